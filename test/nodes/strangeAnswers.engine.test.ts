import { Bench, TASK } from '../support/bench';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.close());

const answerWith = (body: object) => {
	bench.emulator.settings.answer = { status: 200, body: JSON.stringify(body) };
};

test.each([[{}], [{ Data: null }], [{ Data: { TaskProperty: 'none' } }]])(
	'a task that is read as %j is an error that keeps Code and Request ID',
	async (more) => {
		answerWith({ Code: 'OK', RequestId: 'R-1', ...more });
		const error = await bench.failure({ mode: 'preview', details: { name: 'x' } });
		expect(error.message).toBe('The answer says OK, but holds no task [item 0]');
		expect(error.description).toBe('The task could not be read. Code OK, Request ID R-1.');
	},
);

test('a task without a status and a type can be previewed', async () => {
	const TaskProperty = { Id: TASK.taskId, EnterpriseId: TASK.enterpriseId, Name: 'x' };
	answerWith({ Code: 'OK', Data: { TaskProperty } });
	const { output } = await bench.run({ mode: 'preview', details: { name: 'y' } });
	expect(output[0]?.json).toMatchObject({ Status: null, Type: null, action: 'update' });
});
