import { startEmulator, TEST_KEYS, type Emulator } from '../../emulator';
import { callV1, type Params } from './sign';

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const list = async (more: Params = {}) =>
	(await callV1(emulator, 'CloudListEnterpriseTime', { EnterpriseId: '7000002', ...more })).body;

test('lists the time conditions of one enterprise, all as text, in the order of their making', async () => {
	emulator.store.timeConditions.clear();
	const times = { StartTime: '09:00', EndTime: '12:00' };
	const put = (EnterpriseId: string, Id: string) =>
		emulator.store.timeConditions.put({ EnterpriseId, Id, DayOfWeek: '2,3', ...times });
	put('7000002', '9');
	put('8001654', '10');
	put('7000002', '22');
	expect((await list()).Data).toEqual({
		List: [
			{
				EnterpriseId: '7000002',
				Id: '9',
				Name: 'time-9',
				Priority: '1',
				Type: '1',
				TimeType: '1',
				DayOfWeek: '2,3',
				FromDay: '',
				ToDay: '',
				StartTime: '09:00',
				EndTime: '12:00',
				CreateTime: '2026-01-05 10:00:00',
			},
			expect.objectContaining({ Id: '22', Priority: '2' }),
		],
	});
	expect((await list({ EnterpriseId: '1' })).Data).toEqual({ List: [] });
});

test('has every condition that a seeded task names', async () => {
	const { Data } = await list();
	const known = new Set((Data as { List: Array<{ Id: string }> }).List.map(({ Id }) => Id));
	const named = emulator.store
		.list('7000002')
		.flatMap((task) => [task.AutoTriggerTimeStrategy, task.TimeStrategy].join(',').split(','));
	expect(named.filter((id) => id !== '' && !known.has(id))).toEqual([]);
});

test.each<[more: Params, ids: string[]]>([
	[{ Name: 'time-9' }, ['9']],
	[{ Priority: '2' }, ['11']],
	[{ Type: '2', Name: 'time-9' }, []],
])('finds by %j', async (more, ids) => {
	const { Data } = await list(more);
	expect((Data as { List: Array<{ Id: string }> }).List.map(({ Id }) => Id)).toEqual(ids);
});

test.each<[more: Params]>([[{ Type: '3' }], [{ Priority: '0' }], [{ EnterpriseId: 'x' }]])(
	'refuses %j',
	async (more) => {
		expect((await list(more)).Code).toBe('isv.INVALID_PARAMETERS');
	},
);

test('a key may be allowed to read tasks, and not these', async () => {
	const [key] = emulator.settings.keys;
	if (key) key.allowedActions = ['CloudGetTask'];
	expect((await list()).Code).toBe('NoPermission');
	expect(key?.accessKeyId).toBe(TEST_KEYS.active.accessKeyId);
});
