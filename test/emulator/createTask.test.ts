import { startEmulator, type Emulator, type Settings } from '../../emulator';
import { callV1, type Params } from './sign';

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const ENTERPRISE = '7000002';
const NEW: Params = { EnterpriseId: ENTERPRISE, Name: 'new', Type: '1', Cnos: '2000' };

const create = async (more: Params = {}) =>
	(await callV1(emulator, 'CloudCreateTask', { ...NEW, ...more })).body;

const made = () => emulator.store.list(ENTERPRISE).filter(({ Name }) => Name === 'new');

test('makes a task of what is given and of the documented defaults', async () => {
	const { Code, Data } = await create({ Concurrency: '5' });
	expect([Code, Data?.Name, Data?.Status]).toEqual(['OK', 'new', '0']);
	expect(made()).toEqual([
		expect.objectContaining({ Id: Data?.Id, Cnos: '2000', Concurrency: '5', CallGroupType: '1' }),
	]);
	expect(emulator.journal).toHaveLength(1);
	const second = await create();
	expect(second.Data?.Id).not.toBe(Data?.Id);
});

test.each<[string, Params, RegExp]>([
	['without a name', { Name: '' }, /Name/],
	['without a type', { Type: '' }, /Type/],
	['of another type', { Type: '3' }, /参数\[type\]取值不正确/],
	['with a wrong value', { AutoStart: '2' }, /参数\[autoStart\]/],
	['of a predictive task without agents', { Cnos: '' }, /参数\[cnos\]不能为空/],
	['of an automatic task without IVR', { Type: '2' }, /参数\[ivrId\]不能为空/],
	['with a template that is not there', { TemplateName: 'none' }, /参数\[templateName\]/],
])('refuses one %s', async (_what, params, message) => {
	expect((await create(params)).Message).toMatch(message);
	expect(made()).toEqual([]);
});

test('takes from a template what is not given, or empty', async () => {
	const template = { Cnos: '2001', Concurrency: '7', AnswerRate: '40' };
	emulator.settings.templates = { Renewals: template };
	await create({ TemplateName: 'Renewals', Cnos: '', Concurrency: '9' });
	expect(made()).toMatchObject([{ Cnos: '2001', Concurrency: '9', AnswerRate: '40' }]);
});

test.each<[string, Partial<Settings>, Params, string]>([
	['a name twice', {}, {}, 'OK'],
	['no name twice, if so set', { uniqueNames: true }, {}, 'isv.INVALID_PARAMETERS'],
	['no task too many', { maxTasks: 1 }, {}, 'isv.INVALID_PARAMETERS'],
	['one more in the place of an ended one', { maxTasks: 1 }, { AutoDelete: '1' }, 'OK'],
])('takes %s', async (_what, settings, params, code) => {
	await create();
	Object.assign(emulator.settings, settings);
	const before = emulator.store.list(ENTERPRISE).length;
	expect((await create(params)).Code).toBe(code);
	const grown = emulator.store.list(ENTERPRISE).length - before;
	expect(grown).toBe(code === 'OK' && !params.AutoDelete ? 1 : 0);
});
