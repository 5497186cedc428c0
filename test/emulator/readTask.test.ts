import { newTask, startEmulator, type Emulator } from '../../emulator';
import { callV1, type Params } from './sign';

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());

const LONG_ID = '133224000000000017';

async function query(params: Params) {
	const { body } = await callV1(emulator, 'CloudQueryTask', { EnterpriseId: '7000002', ...params });
	return body;
}

async function namesOf(params: Params) {
	const { Data } = await query({ Limit: '100', ...params });
	return Data?.TaskProperties?.map(({ Name }) => Name) ?? [];
}

describe('CloudGetTask', () => {
	const get = (TaskId: string, EnterpriseId = '7000002') =>
		callV1(emulator, 'CloudGetTask', { EnterpriseId, TaskId });

	test('answers 59 fields, all texts', async () => {
		const { body } = await get('133224');
		const property = body.Data?.TaskProperty ?? {};
		expect(Object.keys(property)).toHaveLength(59);
		expect(Object.values(property).every((value) => typeof value === 'string')).toBe(true);
		expect(property).toMatchObject({ Id: '133224', Wrapup: '30', Quotiety: '1.00' });
	});

	test.each([
		'AgentGroup',
		'CallPriorityStrategy',
		'CallRouteStrategy',
		'RetryStrategyTimeType',
		'CustomerClidsGroup',
		'IvrName',
	])('does not show %s', async (field) => {
		const { body } = await get('133224');
		expect(body.Data?.TaskProperty).not.toHaveProperty(field);
	});

	test('shows a task of another enterprise to that one only', async () => {
		const own = await get('133256', '8001654');
		const foreign = await get('133256');
		expect([own.body.Code, foreign.body.Code]).toEqual(['OK', 'isv.INVALID_PARAMETERS']);
	});
});

describe('CloudQueryTask', () => {
	test('answers 57 fields, numbers where the documentation has numbers', async () => {
		const { Data } = await query({ Type: '1' });
		const [first = {}] = Data?.TaskProperties ?? [];
		expect(Object.keys(first)).toHaveLength(57);
		expect(first).toMatchObject({ Id: 133224, EnterpriseId: '7000002', Quotiety: 1, Type: 1 });
		expect(first).not.toHaveProperty('CustomerClidsGroup');
		expect(first).not.toHaveProperty('IvrName');
	});

	test('writes long ids digit by digit and numbers never set as null', async () => {
		const params = { EnterpriseId: '7000002', Type: '2', Limit: '100' };
		const { text } = await callV1(emulator, 'CloudQueryTask', params);
		expect(text).toContain(`"Id":${LONG_ID},`);
		expect(text).toContain('"IvrId":900719925474099312,');
		expect(text).toContain('"CallRouteStrategy":null,');
	});

	test('begins with ten tasks and pages by Start and Limit', async () => {
		const all = await namesOf({ Type: '1' });
		expect(all).toHaveLength(16);
		expect((await query({ Type: '1' })).Data?.TaskProperties).toHaveLength(10);
		expect(await namesOf({ Type: '1', Start: '10', Limit: '4' })).toEqual(all.slice(10, 14));
		expect(await namesOf({ Type: '1', Start: '14', Limit: '4' })).toEqual(all.slice(14));
		expect(await namesOf({ Type: '1', Start: '100' })).toEqual([]);
	});

	describe('pages', () => {
		const OTHER = '9000001';
		const numbered = (Type: string, count: number) =>
			Array.from({ length: count }, (_, index) => `${Type}-${index}`);

		/** Asks until a page is short. */
		async function pagesOf(Type: string, limit: number) {
			const pages: unknown[][] = [];
			do {
				const Start = String(pages.length * limit);
				const params = { EnterpriseId: OTHER, Type, Start, Limit: String(limit) };
				pages.push(await namesOf(params));
			} while (pages.at(-1)?.length === limit);
			return pages;
		}

		beforeAll(() => {
			const names = [...numbered('1', 230), ...numbered('2', 100)];
			// The types alternate at first, so that a page must skip the other type.
			names.sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
			names.forEach((Name, index) => {
				const Type = Name.slice(0, 1);
				emulator.store.put(newTask({ EnterpriseId: OTHER, Id: String(index + 1), Type, Name }));
			});
		});
		afterAll(() => emulator.reset());

		test.each([
			{ type: '1', limit: 100, sizes: [100, 100, 30] },
			{ type: '1', limit: 46, sizes: [46, 46, 46, 46, 46, 0] },
			{ type: '2', limit: 100, sizes: [100, 0] },
			{ type: '2', limit: 99, sizes: [99, 1] },
		])('of $limit bring every task of type $type once', async ({ type, limit, sizes }) => {
			const pages = await pagesOf(type, limit);
			expect(pages.map(({ length }) => length)).toEqual(sizes);
			expect(pages.flat()).toEqual(numbered(type, type === '1' ? 230 : 100));
		});

		test('of both types bring every task of the enterprise', async () => {
			const found = [...(await pagesOf('1', 100)), ...(await pagesOf('2', 100))].flat();
			expect(new Set(found).size).toBe(emulator.store.list(OTHER).length);
		});

		test('count after the filter', async () => {
			const params = { EnterpriseId: OTHER, Type: '1', Name: '9' };
			const all = await namesOf(params);
			expect(await namesOf({ ...params, Start: '2', Limit: '3' })).toEqual(all.slice(2, 5));
		});

		test('have ten tasks from the first on where Start and Limit are empty', async () => {
			const params = { EnterpriseId: OTHER, Type: '2', Start: '', Limit: '' };
			expect(await namesOf(params)).toEqual(numbered('2', 10));
		});
	});

	const filters: Array<{ filter: Params; found: string[] }> = [
		{ filter: { Type: '2', Name: '双十一' }, found: [] },
		{ filter: { Type: '1', Name: '双十一' }, found: ['双十一回访'] },
		{ filter: { Type: '1', Status: '1' }, found: ['信用卡账单提醒', 'VIP 客户关怀'] },
		{ filter: { Type: '2', Status: '1' }, found: ['门店开业邀请'] },
		{ filter: { EnterpriseId: '8001654', Type: '2' }, found: ['上海分公司回访'] },
		{
			filter: {
				Type: '1',
				TimeType: '3',
				StartTime: '2026-10-01 00:00:00',
				EndTime: '2026-10-03 23:59:59',
			},
			found: ['双十一回访', '新客户满意度调查', 'VIP 客户关怀', '元旦放假通知'],
		},
		{
			filter: { Type: '2', TimeType: '2', StartTime: '2026-11-15 00:00:00' },
			found: ['课程试听邀约', '车险续保提醒', '贷后服务回访'],
		},
	];
	test.each(filters)('filters by $filter', async ({ filter, found }) => {
		expect(await namesOf(filter)).toEqual(found);
	});

	test('compares the whole name where the setting says so', async () => {
		emulator.settings.nameFilter = 'exact';
		expect(await namesOf({ Type: '1', Name: '双十一' })).toEqual([]);
		expect(await namesOf({ Type: '1', Name: '双十一回访' })).toEqual(['双十一回访']);
		emulator.reset();
	});

	test.each([
		['Type', '3', '取值不正确'],
		['Limit', '0', '取值范围不正确'],
		['Limit', '101', '取值范围不正确'],
		['Start', '-1', '取值范围不正确'],
		['StartTime', '2026-11-01', '格式不正确'],
		['EndTime', '2026-11-01 08:00:00 x', '格式不正确'],
		['EndTime', '2026-11-31 08:00:00', '取值不正确'],
	])('refuses %s %s', async (name, value, words) => {
		const body = await query({ Type: '1', [name]: value });
		expect(body.Code).toBe('isv.INVALID_PARAMETERS');
		expect(body.Message).toMatch(new RegExp(`${words}$`));
	});

	test('gives the first page whatever Start says, where the setting says so', async () => {
		const first = await namesOf({ Type: '1', Limit: '2' });
		expect(await namesOf({ Type: '1', Limit: '2', Start: '2' })).not.toEqual(first);
		emulator.settings.ignoreStart = true;
		expect(await namesOf({ Type: '1', Limit: '2', Start: '2' })).toEqual(first);
		emulator.reset();
	});

	test('needs a type', async () => {
		expect(await query({})).toMatchObject({
			Code: 'MissingType',
			Message: 'Type is mandatory for this action.',
		});
	});
});

describe('lists, where the setting reorders them', () => {
	const LISTS = {
		Cnos: '2001,0012,200',
		TimeStrategy: '50,11,9',
		AutoTriggerTimeStrategy: '9,22',
		CustomerClids: '64203601,23434201',
	};
	const SORTED = {
		Cnos: '0012,200,2001',
		TimeStrategy: '11,50,9',
		AutoTriggerTimeStrategy: '22,9',
		CustomerClids: '23434201,64203601',
	};
	const target = { EnterpriseId: '7000002', TaskId: '133224' };

	beforeEach(async () => {
		emulator.reset();
		await callV1(emulator, 'CloudUpdateTask', {
			...target,
			...LISTS,
			AgentGroup: 'WH124,6',
		});
	});
	afterAll(() => emulator.reset());

	/** What CloudGetTask and CloudQueryTask say; only the second one shows AgentGroup. */
	async function read() {
		const { body } = await callV1(emulator, 'CloudGetTask', target);
		const { Data } = await query({ Type: '1' });
		return { single: body.Data?.TaskProperty, listed: Data?.TaskProperties?.[0] };
	}

	test('come sorted from both reading actions, and are stored as sent', async () => {
		emulator.settings.reorderLists = true;
		expect(await read()).toMatchObject({
			single: SORTED,
			listed: { ...SORTED, AgentGroup: '6,WH124' },
		});
		expect(emulator.store.find('7000002', '133224')).toMatchObject(LISTS);
	});

	test('stay empty where they are', async () => {
		emulator.settings.reorderLists = true;
		const [{ Cnos } = {}] = (await query({ Type: '2' })).Data?.TaskProperties ?? [];
		expect(Cnos).toBe('');
	});

	test('come in the spelling of the settings', async () => {
		emulator.settings.shownAs = { Cnos: '2001', Name: 'x' };
		expect(await read()).toMatchObject({
			single: { Cnos: '2001', Name: 'x' },
			listed: { Cnos: '2001', Name: 'x' },
		});
	});

	test('come as sent without the setting, and after a reset', async () => {
		expect(await read()).toMatchObject({
			single: LISTS,
			listed: { ...LISTS, AgentGroup: 'WH124,6' },
		});
		emulator.settings.reorderLists = true;
		emulator.reset();
		expect(emulator.settings.reorderLists).toBe(false);
	});
});
