import { startEmulator, type Emulator, type TaskField } from '../../emulator';
import { callV1, type Params } from './sign';

const EnterpriseId = '7000002';

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const call = async (action: string, more: Params = {}) =>
	await callV1(emulator, action, { EnterpriseId, ...more });

const dataOf = async (action: string, more: Params = {}) => (await call(action, more)).body.Data;

/** The numbers of what an action lists. */
async function listed(action: string, more: Params = {}): Promise<string[]> {
	const { List, Ivrs } = (await dataOf(action, more)) as Record<'List' | 'Ivrs', unknown[]>;
	return JSON.stringify(List ?? Ivrs)
		.split(/"(?:Cno|Gno|Id)":/)
		.slice(1)
		.map((text) => /^"?([^",]*)/.exec(text)?.[1] ?? '');
}

test('lists agents with number and name, and nothing else', async () => {
	emulator.store.callCenter.clear();
	for (const Cno of ['2000', '0012', '2001']) {
		emulator.store.callCenter.agents.put({ EnterpriseId, Cno, Name: `agent ${Cno}` });
	}
	expect(await dataOf('CloudQueryAgentCnoAndName', { Cnos: '2001,0012,7' })).toEqual({
		List: [
			{ Cno: '0012', Name: 'agent 0012' },
			{ Cno: '2001', Name: 'agent 2001' },
		],
	});
	expect(await listed('CloudQueryAgentCnoAndName')).toEqual(['2000', '0012', '2001']);
	emulator.settings.mostAgents = 2;
	expect(await listed('CloudQueryAgentCnoAndName')).toEqual(['2000', '0012']);
});

test('lists outbound groups page by page, one level deeper', async () => {
	emulator.store.callCenter.clear();
	for (let number = 1; number <= 12; number++) {
		emulator.store.callCenter.groups.put({
			EnterpriseId,
			Gno: `WH${number}`,
			GroupName: number > 9 ? 'south' : 'north',
			Type: '2',
			Comment: '',
			CreateTime: '2026-04-20 10:00:00',
		});
	}
	expect(await dataOf('CloudListAgentGroup', { Gno: 'WH2' })).toEqual({
		List: [
			{
				ChildGnos: '',
				CtiLinkAgentGroup: {
					Gno: 'WH2',
					GroupName: 'north',
					Type: 2,
					Comment: '',
					CreateTime: '2026-04-20 10:00:00',
					EnterpriseId: 7000002,
				},
			},
		],
	});
	// Ten, unless told.
	expect(await listed('CloudListAgentGroup')).toHaveLength(10);
	expect(await listed('CloudListAgentGroup', { Start: '10', Limit: '5' })).toEqual([
		'WH11',
		'WH12',
	]);
	expect(await listed('CloudListAgentGroup', { GroupName: 'sout' })).toEqual([
		'WH10',
		'WH11',
		'WH12',
	]);
	emulator.settings.nameFilter = 'exact';
	expect(await listed('CloudListAgentGroup', { GroupName: 'sout' })).toEqual([]);
});

test('lists IVRs, whose IDs are numbers of any length', async () => {
	emulator.store.callCenter.clear();
	const Id = '900719925474099312';
	emulator.store.callCenter.ivrs.put({ EnterpriseId, Id, Name: 'menu', Description: '' });
	const { text } = await call('ClinkListIvrs');
	expect(text).toContain(
		`"Data":{"ClinkRequestId":"clink-0001","Ivrs":[{"Description":"","Id":${Id},"Name":"menu","Statistic":0}]}`,
	);
});

test.each<[action: string, field: TaskField]>([
	['CloudQueryAgentCnoAndName', 'Cnos'],
	['CloudListAgentGroup', 'AgentGroup'],
	['ClinkListIvrs', 'IvrId'],
])(
	'%s knows all that seeded tasks name, and only those of its enterprise',
	async (action, field) => {
		const named = (center: string) =>
			emulator.store
				.list(center)
				.flatMap((task) => task[field].split(','))
				.filter(Boolean);
		const { text } = await call(action, action === 'CloudListAgentGroup' ? { Limit: '1000' } : {});
		expect(named(EnterpriseId).filter((number) => !text.includes(number))).toEqual([]);
		expect(named(EnterpriseId).length).toBeGreaterThan(0);
		expect(await listed(action, { EnterpriseId: '1' })).toEqual([]);
		emulator.store.callCenter.clear();
		expect(await listed(action)).toEqual([]);
		emulator.reset();
		expect((await listed(action)).length).toBeGreaterThan(0);
	},
);

const TOO_MANY = Array.from({ length: 1001 }, (_, index) => 1000 + index).join(',');

test.each<[action: string, more: Params, about: string]>([
	['CloudQueryAgentCnoAndName', { EnterpriseId: 'x' }, 'enterpriseId'],
	['CloudQueryAgentCnoAndName', { Cnos: 'a' }, 'cnos'],
	['CloudQueryAgentCnoAndName', { Cnos: TOO_MANY }, 'cnos'],
	['CloudListAgentGroup', { Start: '-1' }, 'start'],
	['CloudListAgentGroup', { Limit: '1001' }, 'limit'],
	['CloudListAgentGroup', { Limit: '0' }, 'limit'],
	['ClinkListIvrs', { EnterpriseId: '0' }, 'enterpriseId'],
])('%s refuses %.40j', async (action, more, about) => {
	const { body } = await call(action, more);
	expect(body.Code).toBe('isv.INVALID_PARAMETERS');
	expect(body.Message).toContain(`[${about}]`);
});
