import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { TEST_KEYS } from '../../../emulator';
import { AlibabaCloudVms } from '../../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { credentialOf, useBench } from '../../support/bench';

const bench = useBench();

const EnterpriseId = '7000002';

/** One field of a section, with what is chosen in it. */
const held = (path: string, value: unknown, more: INodeParameters = {}): INodeParameters => {
	const [section = '', field = ''] = path.split('.');
	return { [section]: { [field]: value as INodeParameters[string], ...more } };
};

type Asked = Parameters<typeof bench.menu>[1];

const labels = async (path: string, asked?: Asked) =>
	(await bench.menu(path, asked)).map(({ name }) => name);

beforeEach(() => {
	const { timeConditions, callCenter } = bench.emulator.store;
	timeConditions.clear();
	callCenter.clear();
	const weekdays = { EnterpriseId, DayOfWeek: '2,3,4,5,6' };
	timeConditions.put({ ...weekdays, Id: '22', Name: '下午', StartTime: '14:00', EndTime: '20:30' });
	timeConditions.put({ ...weekdays, Id: '9', Name: '', StartTime: '09:00', EndTime: '12:00' });
	timeConditions.put({ ...weekdays, Id: '10', StartTime: 'soon', EndTime: '12:00' });
	for (const [Cno, Name] of [
		['2000', '王芳'],
		['0012', '李伟'],
		['999', '王强'],
	] as const) {
		callCenter.agents.put({ EnterpriseId, Cno, Name });
	}
	const group = { EnterpriseId, Comment: '', CreateTime: '' };
	callCenter.groups.put({ ...group, Gno: 'WH10', GroupName: '华东', Type: '2' });
	callCenter.groups.put({ ...group, Gno: 'WH2', GroupName: '总组', Type: '1' });
	callCenter.ivrs.put({ EnterpriseId, Id: '900719925474099312', Name: '续费', Description: '' });
	callCenter.ivrs.put({ EnterpriseId, Id: '13', Name: 'Renewals', Description: '' });
});

const TIMES = [
	'下午 (22, Mon to Fri 14:00 to 20:30)',
	'Without a name (9, Mon to Fri 09:00 to 12:00)',
	'time-10 (10, has times that are none ("soon" to "12:00"))',
];
const AGENTS = ['李伟 (0012)', '王强 (999)', '王芳 (2000)'];
const GROUPS = ['总组 (WH2, group of groups)', '华东 (WH10)'];
const IVRS = ['Renewals (13)', '续费 (900719925474099312)'];

test.each([
	['schedule.autoTriggerTimeStrategy', TIMES],
	['schedule.timeStrategy', TIMES],
	['agents.cnos', AGENTS],
	['agents.callLimitStrategy.all.limit.limit[0].cnos', AGENTS],
	['agents.agentGroup', GROUPS],
	['callHandling.ivrId', IVRS],
	['filters.cno', AGENTS],
	['filters.gno', GROUPS],
])('%s offers what the call center has', async (path, expected) => {
	expect(await labels(path)).toEqual(expected);
	expect(bench.emulator.journal).toEqual([]);
});

test('what is stored is a number as text, of any length', async () => {
	const options = await bench.menu('callHandling.ivrId');
	expect(options.map(({ value }) => value)).toEqual(['13', '900719925474099312']);
});

test.each([
	['agents.cnos', ['2000', '0007'], ['0007 (no longer in the call center)', ...AGENTS]],
	['agents.cnos', '2000, 0007', ['0007 (no longer in the call center)', ...AGENTS]],
	['agents.agentGroup', ['WH10'], GROUPS],
	['callHandling.ivrId', '77', ['77 (no longer in the call center)', ...IVRS]],
	['schedule.timeStrategy', null, TIMES],
	['schedule.timeStrategy', '', TIMES],
])('%s shows what is chosen and no longer there: %j', async (path, value, expected) => {
	expect(await labels(path, { parameters: held(path, value) })).toEqual(expected);
});

describe('why there is nothing', () => {
	const { active, withoutPermission } = TEST_KEYS;
	const chosen = held('agents.cnos', ['2000']);

	test.each<[why: string, asked: Asked, says: RegExp]>([
		[
			'the key lacks the permission',
			{ credential: credentialOf(withoutPermission) },
			/no permission.* \| Grant its RAM user or role dyvms:CloudQueryAgentCnoAndName, .* Numbers can also be given by an expression\.$/,
		],
		[
			'no call center is chosen',
			{ credential: credentialOf(active, { enterpriseId: '' }) },
			/^No call center is chosen.* \| Fill in 'Enterprise ID'/,
		],
		[
			'there is none',
			{ parameters: { enterpriseId: '8001655', ...chosen } },
			/^Call center 8001655 has no agents \| Add one in the console/,
		],
		[
			'nobody answers',
			{ credential: credentialOf(active, { endpoint: 'http://127.0.0.1:9' }) },
			/127\.0\.0\.1:9/,
		],
	])('%s: the menu says so and keeps what is chosen', async (_why, asked, says) => {
		const [remark, ...kept] = await bench.menu('agents.cnos', { parameters: chosen, ...asked });
		expect(`${remark?.name} | ${remark?.description}`).toMatch(says);
		// Nothing to choose; n8n 1, which lets people choose it, gives an empty entry.
		expect(remark).toMatchObject({ value: '', disabled: true });
		expect(kept).toEqual([{ name: '2000', value: '2000' }]);
	});

	test.each(['cnos', 'agentGroup'])('an answer without a list of %s is none', async (field) => {
		const answer = { status: 200, body: '{"Code":"OK","RequestId":"R","Data":{"List":7}}' };
		bench.emulator.settings.answer = answer;
		const [remark] = await bench.menu(`agents.${field}`);
		expect(remark?.name).toMatch(
			/^The answer says OK, but holds no list of (agents|outbound groups)/,
		);
	});

	test('an empty entry, which n8n 1 makes of that remark, is refused', async () => {
		const error = await bench.failure(held('agents.cnos', ['2000', '']));
		expect(error.message).toContain(`'Agent IDs' is ["2000",""] and has an empty entry`);
	});
});

describe('a large call center', () => {
	const group = (number: number) => ({
		EnterpriseId,
		Gno: `G${number}`,
		GroupName: number % 2 === 0 ? `South ${number}` : `North ${number}`,
		Type: '2',
		Comment: '',
		CreateTime: '',
	});
	const fill = (agents: number, groups: number) => {
		const { callCenter } = bench.emulator.store;
		callCenter.clear();
		for (let number = 1; number <= agents; number++) {
			callCenter.agents.put({ EnterpriseId, Cno: String(number), Name: `Agent ${number}` });
		}
		for (let number = 1; number <= groups; number++) callCenter.groups.put(group(number));
	};
	const finding = (path: string, findInLists: string, value: unknown = []) => ({
		parameters: held(path, value, { findInLists }),
	});

	test('shows a thousand, says so, and keeps what is chosen behind them', async () => {
		fill(0, 2300);
		const options = await bench.menu('agents.agentGroup', {
			parameters: held('agents.agentGroup', ['G2222', 'G7777']),
		});
		expect(options).toHaveLength(1003);
		expect(options[0]?.name).toBe('1,000 of 2,300 outbound groups are shown');
		expect(options[0]?.description).toContain("'Find in Lists', a field to add beside this one");
		expect(options[1]?.name).toBe('G7777 (no longer in the call center)');
		expect(options.at(-1)?.name).toBe('South 2222 (G2222)');
		expect(bench.sent.map(({ Start }) => Start)).toEqual(
			expect.arrayContaining(['0', '1000', '2000']),
		);
	});

	test.each([
		['g222', ['North 2221 (G2221)', 'South 222 (G222)']],
		['SOUTH 2222', ['South 2222 (G2222)']],
		[' ２２２２ south ', ['South 2222 (G2222)']],
		['nobody', ['No outbound groups with "nobody"']],
	])('is narrowed down by %j', async (typed, expected) => {
		fill(0, 2300);
		const found = await labels('agents.agentGroup', finding('agents.agentGroup', typed));
		expect(found).toEqual(expect.arrayContaining(expected));
		expect(found.length).toBeLessThan(20);
	});

	test('is searched in the filters of records too', async () => {
		fill(1500, 0);
		expect(await labels('filters.cno', finding('filters.cno', 'agent 1499', ''))).toEqual([
			'Not all agents are shown',
			'Agent 1499 (1499)',
		]);
	});

	test('asks the service for an agent that it did not list', async () => {
		fill(1500, 0);
		bench.emulator.settings.mostAgents = 1000;
		const [remark, ...others] = await bench.menu('agents.cnos');
		expect(remark?.name).toBe('Not all agents are shown');
		expect(others).toHaveLength(1000);
		expect(await labels('agents.cnos', finding('agents.cnos', '1499', ['1300']))).toEqual([
			'Not all agents are shown',
			'1300',
			'Agent 1499 (1499)',
		]);
		expect(await labels('agents.cnos', finding('agents.cnos', 'Agent 1498'))).toEqual([
			'No agents with "Agent 1498"',
		]);
	});

	test('reads twenty thousand groups, and asks the service for those behind them', async () => {
		fill(0, 20_300);
		expect((await labels('agents.agentGroup'))[0]).toBe('Not all outbound groups are shown');
		expect(bench.sent).toHaveLength(20);
		const byName = finding('agents.agentGroup', 'South 20222');
		expect(await labels('agents.agentGroup', byName)).toEqual([
			'Not all outbound groups are shown',
			'South 20222 (G20222)',
		]);
		const byNumber = finding('agents.agentGroup', 'G20223');
		expect(await labels('agents.agentGroup', byNumber)).toContain('North 20223 (G20223)');
	});
});

describe('the fields', () => {
	const inside = (property: INodeProperties): INodeProperties[] => [
		property,
		...(property.options ?? []).flatMap((option) =>
			'values' in option ? option.values.flatMap(inside) : 'type' in option ? inside(option) : [],
		),
	];
	const { description, methods } = new AlibabaCloudVms();
	const fields = description.properties.flatMap(inside);
	const offering = fields.filter(({ typeOptions }) => typeOptions?.loadOptionsMethod);

	test('name methods that are there, by their own names', () => {
		const named = offering.map(({ name, typeOptions }) => [name, typeOptions?.loadOptionsMethod]);
		expect(named).toEqual(named.map(([name]) => [name, name]));
		expect([...new Set(named.map(([name]) => name))].sort()).toEqual(
			Object.keys(methods.loadOptions).sort(),
		);
	});

	test('take what is not in a list, and say how', () => {
		for (const { allowArbitraryValues, name, description: tooltip = '' } of offering) {
			expect([name, allowArbitraryValues]).toEqual([name, true]);
			expect(tooltip).toMatch(/Choose from the list, or give .* by an expression/);
		}
	});
});

test.each<[given: INodeParameters[string], wire: string]>([
	[['2000', '0012'], '2000,0012'],
	['={{ ["2000", "0012"] }}', '2000,0012'],
	['={{ "2000, 0012" }}', '2000,0012'],
	['=["2000","0012"]', '2000,0012'],
	['={{ [2000, 2001] }}', '2000,2001'],
	['={{ $json.agent }}', '2000'],
	['={{ $json.agents }}', '2000,0012'],
	['2000,2001', '2000,2001'],
])('Agent IDs given as %j are sent as %s', async (cnos, wire) => {
	const items = [{ agent: 2000, agents: ['2000', '0012'] }];
	await bench.run({ agents: { cnos } }, { items });
	expect(bench.changes).toEqual({ Cnos: wire });
});

test('what narrows down a list is never sent', async () => {
	await bench.run({ agents: { findInLists: 'East', cnos: ['2000'] } });
	expect(bench.changes).toEqual({ Cnos: '2000' });
	const range = { startTime: '2026-11-01', endTime: '2026-11-02' };
	const filters = { findInLists: 'East', cno: '0012', gno: ['WH10', 'WH2'] };
	await bench.run({ operation: 'getCallRecords', ...range, filters });
	expect(bench.changes).toMatchObject({ Cno: '0012', Gno: 'WH10,WH2' });
	expect(JSON.stringify(bench.sent)).not.toContain('East');
});

test('no choice at all is no change', async () => {
	await bench.run({ agents: { cnos: [], agentGroup: [] }, callHandling: { ivrId: '' } });
	expect(bench.changes).toEqual({});
});
