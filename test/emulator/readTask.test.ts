import { startEmulator, type Emulator } from '../../emulator';
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

	test('needs a type', async () => {
		expect(await query({})).toMatchObject({
			Code: 'MissingType',
			Message: 'Type is mandatory for this action.',
		});
	});
});
