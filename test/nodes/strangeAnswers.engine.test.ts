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
		expect(error.description).toBe(
			'The task could not be read, so nothing was changed. Code OK, Request ID R-1.',
		);
	},
);

test('a read that is given up says nothing of a change that may have been applied', async () => {
	bench.emulator.failNext('hang', 2);
	const options = { timeout: 1, maximumAttempts: 2, longestWait: 0.01 };
	const error = await bench.failure({ mode: 'preview', details: { name: 'x' }, options });
	expect(error.message).toMatch(/did not answer within 1 s/);
	expect(error.description).toMatch(/^The task could not be read, so nothing was changed\./);
	expect(error.description).not.toMatch(/applied/);
});

test('a task without a status is left alone where its state decides', async () => {
	const TaskProperty = { Id: TASK.taskId, EnterpriseId: TASK.enterpriseId, Name: 'x' };
	answerWith({ Code: 'OK', Data: { TaskProperty } });
	const options = { whenTaskIsRunning: 'skip' };
	const error = await bench.failure({ details: { name: 'y' }, options });
	expect(error.message).toBe('The state of the task could not be read [item 0]');
	expect(bench.emulator.requests.map(({ action }) => action)).toEqual(['CloudGetTask']);
});

test('a task without a status and a type can be previewed', async () => {
	const TaskProperty = { Id: TASK.taskId, EnterpriseId: TASK.enterpriseId, Name: 'x' };
	answerWith({ Code: 'OK', Data: { TaskProperty } });
	const { output } = await bench.run({ mode: 'preview', details: { name: 'y' } });
	expect(output[0]?.json).toMatchObject({ Status: null, Type: null, action: 'update' });
});
