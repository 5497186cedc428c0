import { outputsOf } from '../../scripts/n8n/rest';
import type { Browser } from './support/browser';
import { Editor } from './support/editor';
import { NODE, openStage, TRIGGER, workflowOf, type Stage } from './support/stage';

const ITEMS = [
	{ id: '133224', time: '8:30' },
	{ id: '133226', time: '25:00' },
	{ id: '999999', time: '9:00' },
];
const REFUSED = `'Start Time' is "25:00"; give a time of day as HH:mm:ss`;
const PARAMETERS = {
	taskId: '={{ $json.id }}',
	schedule: { autoStart: true, autoStartTime: '={{ $json.time }}' },
};

describe('An execution', () => {
	let stage: Stage;
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		stage = await openStage();
		browser = await stage.browse();
		editor = new Editor(browser.page, stage.rest);
	});

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	it('by the button shows the updated task', async () => {
		const parameters = { taskId: '133224', details: { name: '春季续约' } };
		await editor.open(workflowOf(stage.credentialId, { name: 'By the button', parameters }));
		const view = await editor.openNode(NODE);
		await view.execute();
		await view.output.getByText('春季续约').first().waitFor();
		await view.output.getByText('RequestId').first().waitFor();
		expect(stage.emulator.journal.at(-1)?.after).toEqual({ Name: '春季续约' });
	});

	it('stops at a refused item with our sentence and the label of the field', async () => {
		const options = { name: 'Stops', parameters: PARAMETERS, items: ITEMS };
		await editor.open(workflowOf(stage.credentialId, options));
		const view = await editor.openNode(NODE);
		await view.execute();
		await view.output.getByText(REFUSED).first().waitFor();
		await view.output.getByText('1 of 3 items had been updated before it').first().waitFor();
	});

	it('gives refused items to the error output, with code, request ID and HTTP status', async () => {
		const options = {
			name: 'Error output',
			parameters: PARAMETERS,
			items: ITEMS,
			onError: 'continueErrorOutput',
		} as const;
		const id = await editor.open(workflowOf(stage.credentialId, options));
		const view = await editor.openNode(NODE);
		await view.execute();
		await view.output.getByText('Error Branch (2 items)').click();
		await view.output.getByText(REFUSED).first().waitFor();
		// What is not known has no line in the table.
		const [first = ''] = (await view.output.locator('tbody tr').allInnerTexts()).slice(0, 1);
		expect(first).toContain('Task 133226, item 1: ');
		expect(first).not.toContain('requestId');
		const execution = await stage.rest.runToEnd(id, TRIGGER);
		const [updated = [], refused = []] = outputsOf(execution, NODE);
		expect(updated.map(({ json }) => json.Id)).toEqual(['133224']);
		expect(refused.map(({ json }) => json.error)).toEqual([
			{
				message: expect.stringContaining(REFUSED),
				description: 'Nothing was sent for this item.',
				Id: '133226',
			},
			{
				message: 'Task 999999, item 2: Call center 7000002 has no task 999999',
				description: expect.stringContaining('Compare the values with the state of the task'),
				Id: '999999',
				code: 'isv.INVALID_PARAMETERS',
				requestId: stage.updates().at(-1)?.requestId,
				httpStatus: 200,
				help: expect.stringContaining('https://api.aliyun.com/troubleshoot?q='),
			},
		]);
	});
});
