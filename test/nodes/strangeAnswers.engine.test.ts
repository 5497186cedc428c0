import { newTask } from '../../emulator';
import { CONTINUE, errorsOf, TASK, useBench } from '../support/bench';
import { during } from './tasks/scene';

const bench = useBench();

const answerWith = (body: object) => {
	bench.emulator.settings.answer = { status: 200, body: JSON.stringify(body) };
};

test.each([[{}], [{ Data: null }], [{ Data: { TaskProperty: 'none' } }]])(
	'a task that is read as %j is an error that keeps Code and Request ID',
	async (more) => {
		answerWith({ Code: 'OK', RequestId: 'R-1', ...more });
		const error = await bench.failure({ operation: 'preview', details: { name: 'x' } });
		expect(error.message).toBe('The answer says OK, but holds no task [item 0]');
		expect(error.description).toMatch(
			/^The task could not be read, so nothing was changed\. Code OK, Request ID R-1\. <a href=/,
		);
	},
);

test('a read that is given up says nothing of a change that may have been applied', async () => {
	bench.emulator.failNext('hang', 2);
	const options = { timeout: 1, maximumAttempts: 2, longestWait: 0.01 };
	const error = await bench.failure({ operation: 'preview', details: { name: 'x' }, options });
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
	const { output } = await bench.run({ operation: 'preview', details: { name: 'y' } });
	expect(output[0]?.json).toMatchObject({ Status: null, Type: null, action: 'update' });
});

describe('an answer about another task than asked for', () => {
	const other = { Id: '133225', EnterpriseId: TASK.enterpriseId, Name: 'other', Status: '0' };

	test('is no picture of this one, and nothing is changed by it', async () => {
		answerWith({ Code: 'OK', RequestId: 'R-1', Data: { TaskProperty: other } });
		for (const parameters of [
			{ operation: 'preview' },
			{ options: { onlySendWhatDiffers: true } },
		]) {
			const error = await bench.failure({ details: { name: 'x' }, ...parameters });
			expect(error.message).toBe(
				'The answer says OK, but is about task "133225" instead of "133224" [item 0]',
			);
			expect(error.description).toContain('Request ID R-1');
		}
		expect(bench.emulator.requests.map(({ action }) => action)).toEqual([
			'CloudGetTask',
			'CloudGetTask',
		]);
	});

	test.each([[other.Id], [133225], ['0'], [{ id: 133224 }], ['133224 0']])(
		'proves no update (Id %j)',
		async (Id) => {
			answerWith({ Code: 'OK', RequestId: 'R-2', Data: { ...other, Id } });
			const { output } = await bench.run({ details: { name: 'x' } }, { node: CONTINUE });
			const [error] = errorsOf(output);
			expect(error).toMatchObject({ code: 'OK', requestId: 'R-2' });
			expect(error?.message).toMatch(
				/^The answer says OK, but is about task .* instead of "133224"/,
			);
			expect(error?.description).toMatch(/The change may have been applied/);
		},
	);

	test.each([['133224'], [133224], ['0133224'], [' 133224 '], [''], [null], [undefined]])(
		'is none with the Id %j',
		async (Id) => {
			answerWith({ Code: 'OK', Data: { ...other, Id } });
			expect((await bench.run({ details: { name: 'x' } })).output).toHaveLength(1);
			answerWith({ Code: 'OK', Data: { TaskProperty: { ...other, Id } } });
			const { output } = await bench.run({ operation: 'preview', details: { name: 'x' } });
			expect(output[0]?.json).toMatchObject({ action: 'update' });
		},
	);

	test('is none where the task was written with zeros, or has more digits than a number keeps', async () => {
		const Id = '900719925474099312';
		bench.emulator.store.put(
			newTask({ EnterpriseId: TASK.enterpriseId, Id, Type: '1', Cnos: '1' }),
		);
		const { output } = await bench.run({ taskId: Id, agents: { agentGroup: '6' } });
		expect(output[0]?.json).toMatchObject({ Id });
		answerWith({ Code: 'OK', Data: other });
		expect((await bench.run({ taskId: '00133225' })).output).toHaveLength(1);
	});

	test('does not verify an update', async () => {
		const answered = during(bench, 'CloudGetTask', () => {
			answerWith({ Code: 'OK', Data: { TaskProperty: other } });
		});
		const failed = bench.failure({
			details: { name: 'x' },
			options: { verifyAfterUpdate: true },
		});
		await answered;
		expect((await failed).message).toMatch(
			/^The update was answered with OK, but could not be verified: .* is about task "133225"/,
		);
	});
});

test('a list without an end is read no further, and what it may lack is said', async () => {
	for (let id = 1; id <= 150; id++) {
		const task = { EnterpriseId: TASK.enterpriseId, Id: String(id), Type: '1', AgentGroup: '6' };
		bench.emulator.store.put(newTask({ ...task, Status: '0' }));
	}
	bench.emulator.settings.ignoreStart = true;
	const { output } = await bench.run(
		{
			operation: 'preview',
			taskId: '={{ $json.id }}',
			agents: { agentGroup: '6' },
		},
		{ items: [{ id: '1' }, { id: '149' }] },
	);
	expect(output[0]?.json).toMatchObject({ details: { unchanged: ['AgentGroup'] }, warnings: '' });
	expect(output[1]?.json).toMatchObject({
		summary: 'Outbound Groups ? → 6',
		warnings: expect.stringMatching(/^The list of tasks was read to page 2 and no further/),
	});
	expect(bench.emulator.requests.length).toBeLessThan(8);
});
