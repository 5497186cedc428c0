import { openStage, NODE, workflowOf, type Stage } from './support/stage';
import { until } from './support/until';

describe('A Schedule Trigger', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	});

	afterAll(async () => {
		await stage?.close();
	});

	it('changes a task again and again with nobody clicking', async () => {
		const parameters = { taskId: '133227', details: { description: '=Run {{ $execution.id }}' } };
		const workflow = workflowOf(stage.credentialId, { name: 'Every two seconds', parameters });
		const trigger = {
			id: 'schedule',
			name: 'Every two seconds',
			type: 'n8n-nodes-base.scheduleTrigger',
			typeVersion: 1.2,
			position: [0, 0] as [number, number],
			parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] } },
		};
		const id = await stage.rest.createWorkflow({
			...workflow,
			nodes: [trigger, ...workflow.nodes.slice(1)],
			connections: { [trigger.name]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		});
		const { journal } = stage.emulator;
		expect(journal).toHaveLength(0);
		await stage.rest.activate(id);
		await until('three changes', async () => journal.length >= 3);
		await stage.rest.deactivate(id);
		expect(new Set(journal.map(({ taskId }) => taskId))).toEqual(new Set(['133227']));
		const words = journal.map(({ after }) => after.Description);
		expect(new Set(words).size).toBe(words.length);
	});
});
