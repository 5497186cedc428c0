import { newTask } from '../../../emulator';
import { useBench } from '../../support/bench';
import { ENTERPRISE, fill } from '../tasks/requests';

const bench = useBench(() => ({ seed: [] }));

type Asked = Parameters<typeof bench.search>[1];

const search = async (asked?: Asked) => await bench.search('searchCallTasks', asked);
const names = async (asked?: Asked) => (await search(asked)).results.map(({ name }) => name);

const TASKS = [
	{ Id: '21', Type: '1', Status: '0', Name: 'Spring renewals', CreateTime: '2026-03-01 10:00:00' },
	{ Id: '22', Type: '2', Status: '1', Name: '双十一回访', CreateTime: '2026-05-01 10:00:00' },
	{ Id: '23', Type: '1', Status: '2', Name: 'Spring survey', CreateTime: '2026-04-01 10:00:00' },
	{ Id: '124', Type: '2', Status: '3', Name: '', CreateTime: '2026-04-01 10:00:00' },
	{ Id: '9', Type: '9', Status: '9', Name: 'Elsewhere', CreateTime: '2026-04-01 10:00:00' },
];

function put(): void {
	for (const task of TASKS) {
		bench.emulator.store.put(newTask({ EnterpriseId: ENTERPRISE, AgentGroup: '6', ...task }));
	}
}

const ALL = [
	'双十一回访 (22, automatic, running)',
	'Without a name (124, automatic, ended)',
	'Spring survey (23, predictive, paused)',
	'Spring renewals (21, predictive, not started)',
];

test('the newest tasks come first, of both types, with type and state', async () => {
	put();
	const { results, paginationToken } = await search();
	expect(results.map(({ name }) => name)).toEqual(ALL);
	expect(results.map(({ value }) => value)).toEqual(['22', '124', '23', '21']);
	expect(paginationToken).toBeUndefined();
	const types = bench.sent.map(({ Type }) => Type);
	expect(types).toEqual(['1', '2']);
});

test.each([
	['a part of a name', 'spring', [2, 3]],
	['words in any order', 'renew  Spring', [3]],
	['Chinese', '回访', [0]],
	['a number', '124', [1]],
	['a part of a number', '2', [0, 1, 2, 3]],
	['full-width digits', '１２４', [1]],
	['a state', 'paused', [2]],
	['a type', 'automatic', [0, 1]],
	['what nobody has', 'autumn', []],
	['blanks', '  ', [0, 1, 2, 3]],
	['signs of a pattern', '.*', []],
])('tasks are found by %s', async (_what, typed, expected) => {
	put();
	expect(await names({ typed })).toEqual(expected.map((place) => ALL[place]));
});

test('the call center of the node goes before that of the credential', async () => {
	const EnterpriseId = '8001654';
	bench.emulator.store.put(newTask({ EnterpriseId, Id: '5', Type: '1', Name: 'Other' }));
	for (const enterpriseId of [EnterpriseId, ` ${EnterpriseId} `, Number(EnterpriseId)]) {
		expect(await names({ parameters: { enterpriseId } })).toEqual([
			'Other (5, predictive, not started)',
		]);
	}
});

describe('a list of several pages', () => {
	/** All pages, by the token that each gives as a text. */
	async function pages(typed?: string): Promise<string[][]> {
		const found: string[][] = [];
		let token: unknown;
		do {
			const page = await search({ typed, token });
			found.push(page.results.map(({ value }) => String(value)));
			token = page.paginationToken;
			expect(['string', 'undefined']).toContain(typeof token);
		} while (token !== undefined);
		return found;
	}

	test('is given page by page, each task once', async () => {
		fill(bench.emulator, 120);
		const all = await pages();
		expect(all.map(({ length }) => length)).toEqual([50, 50, 20]);
		expect(all.flat()).toEqual(Array.from({ length: 120 }, (_none, index) => String(120 - index)));
	});

	test('has pages of what was searched for', async () => {
		fill(bench.emulator, 120);
		expect((await pages('No. 1')).map(({ length }) => length)).toEqual([40]);
		expect((await pages('predictive')).map(({ length }) => length)).toEqual([50, 10]);
	});

	test('goes on behind its last task, whatever was created meanwhile', async () => {
		fill(bench.emulator, 60);
		const first = await search();
		await bench.start({ seed: [] });
		fill(bench.emulator, 62);
		const second = await search({ token: first.paginationToken });
		expect(first.results.at(-1)?.value).toBe('11');
		expect(second.results[0]?.value).toBe('10');
	});

	test.each([['nothing'], ['7'], ['50 none'], [50]])(
		'takes the token %p without harm',
		async (token) => {
			fill(bench.emulator, 60);
			expect((await search({ token })).results.length).toBeGreaterThan(0);
		},
	);
});

describe('a list without an end', () => {
	beforeEach(() => {
		fill(bench.emulator, 4400);
		bench.emulator.store.put(
			newTask({ EnterpriseId: ENTERPRISE, Id: '9001', Type: '1', Name: 'Last one' }),
		);
	});

	test('is searched by the service, by name and by number', async () => {
		expect(await names({ typed: 'Last' })).toEqual(['Last one (9001, predictive, not started)']);
		expect(bench.sent.at(-1)).toMatchObject({ Name: 'Last' });
		expect(await names({ typed: '9001' })).toEqual(['Last one (9001, predictive, not started)']);
		expect(await names({ typed: 'No. 4399' })).toEqual(['No. 4399 (4399, automatic, not started)']);
	});
});
