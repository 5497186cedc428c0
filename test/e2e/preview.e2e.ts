import type { Browser } from './support/browser';
import { Editor } from './support/editor';
import { NODE, openStage, TRIGGER, workflowOf, type Stage } from './support/stage';

/** Two rows of a sheet as somebody keeps it, one column misspelt and one of the owner's own. */
const ROWS = [
	{
		任务ID: '133224',
		任务名称: '双十一回访（第二批）',
		客户超时: '20',
		AutoStopDya: '2030-12-10',
		备注: '张三',
	},
	{ 任务ID: '133225', 任务名称: '', 客户超时: '90', AutoStopDya: '', 备注: '' },
];

const MAPPED = { fields: 'mapFromInput', fieldsObject: '={{ $json }}' };

const SECTIONS = ['Details', 'Schedule', 'Retry', 'Caller ID', 'Call Handling', 'Agents', 'Pacing'];

describe('Preview and automatic mapping in the editor', () => {
	let stage: Stage;
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		stage = await openStage();
		browser = await stage.browse({ width: 1600, height: 1000 });
		editor = new Editor(browser.page, stage.rest);
	});

	beforeEach(() => stage.emulator.reset());

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	it('takes the sections away when the fields come from the input', async () => {
		await editor.open(workflowOf(stage.credentialId, { parameters: { taskId: '133224' } }));
		const view = await editor.openNode(NODE);
		for (const section of SECTIONS) await view.section(section).first().waitFor();
		await view.field('taskId').waitFor();
		expect(await view.field('fieldsObject').count()).toBe(0);

		await view.choose('fields', 'Map Automatically From Input');
		await view.field('fieldsObject').waitFor();
		for (const section of SECTIONS) expect(await view.section(section).count()).toBe(0);
		// It then names a column, and stands in no section.
		expect(await view.field('taskId').count()).toBe(1);
		expect(await view.offered('Add Option')).toEqual(
			expect.arrayContaining(['Columns to Ignore', 'Unknown Columns']),
		);

		await view.choose('fields', 'Set Below');
		await view.section('Details').first().waitFor();
		expect(await view.field('fieldsObject').count()).toBe(0);
		expect(await view.offered('Add Option')).not.toContain('Unknown Columns');
	});

	it('shows which columns it will take before it runs, and anew when they are others', async () => {
		const parameters = { operation: 'preview', ...MAPPED };
		const workflow = workflowOf(stage.credentialId, { parameters });
		const [row] = ROWS;
		const sheet = {
			id: 'sheet',
			name: 'Sheet',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [130, 160] as [number, number],
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ row_number: 2, ...row }) },
		};
		const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
		const id = await editor.open({
			...workflow,
			nodes: [...workflow.nodes, sheet],
			connections: { [TRIGGER]: to(sheet.name), [sheet.name]: to(NODE) },
		});
		const view = await editor.openNode(NODE);
		await view.columns.getByText('Run the step before this one').waitFor();
		const asked: string[] = [];
		browser.page.on('request', (request) => {
			if (request.url().endsWith('/resource-mapper-fields')) asked.push(request.url());
		});
		await browser.page.getByText('Execute previous nodes').first().click();
		await view.columns.getByText('3 of 6').waitFor();
		const lines = async () => (await view.columns.innerText()).split('\n');
		expect(await lines()).toEqual([
			'Columns taken from the last input: 3 of 6',
			'任务ID → Task ID',
			'任务名称 → Name',
			'客户超时 → Customer Timeout',
			'AutoStopDya: unknown; did you mean "AutoStopDay"?',
			'Unknown, left out: "备注"',
			'Put there by n8n, the service or this node, left out: "row_number"',
			expect.stringContaining('Empty cells are not sent'),
		]);
		await view.add('Add Option', 'Columns to Ignore');
		await view.type('columnsToIgnore', '备注');
		await view.columns.getByText(`Left out by 'Columns to Ignore': "备注"`).waitFor();
		// It asks where something is another, and not for ever.
		expect(asked.length).toBeLessThan(8);
		expect(stage.emulator.requests).toEqual([]);
		const stored = (await stage.rest.workflow(id)).nodes.find(({ name }) => name === NODE);
		expect(stored?.parameters).not.toHaveProperty('lastInput');
	});

	it('offers what reads tasks in both operations, and Verify After Update in one', async () => {
		await editor.open(workflowOf(stage.credentialId, { parameters: { taskId: '133224' } }));
		const view = await editor.openNode(NODE);
		expect(await view.offered('Add Option')).toEqual(
			expect.arrayContaining(['Verify After Update', 'When the Task Is Running']),
		);
		await view.choose('operation', 'Preview');
		const offered = await view.offered('Add Option');
		expect(offered).toContain('When the Task Is Running');
		expect(offered).not.toContain('Verify After Update');
	});

	it('shows what would change, and changes nothing', async () => {
		const parameters = { operation: 'preview', ...MAPPED };
		await editor.open(
			workflowOf(stage.credentialId, {
				parameters,
				items: ROWS,
				onError: 'continueRegularOutput',
			}),
		);
		const view = await editor.openNode(NODE);
		await view.execute();
		const table = view.output;
		await table.getByText('双十一回访（第二批）').first().waitFor();
		const text = (await table.innerText()).replaceAll(/\s+/g, ' ');
		expect(text).toContain('action');
		expect(text).toContain('update');
		expect(text).toContain('双十一回访');
		expect(text).toContain('Name 双十一回访 → 双十一回访（第二批）');
		expect(text).toContain(`'Customer Timeout' (column "客户超时") is "90"`);
		expect(stage.emulator.journal).toEqual([]);
		expect(stage.updates()).toEqual([]);
	});

	it('is read off in the schema of the next node, each value beside its own task', async () => {
		const workflow = workflowOf(stage.credentialId, {
			parameters: { operation: 'preview', ...MAPPED },
			items: ROWS,
		});
		const next = { id: 'next', name: 'Next', type: 'n8n-nodes-base.noOp', typeVersion: 1 };
		workflow.nodes.push({ ...next, position: [520, 0], parameters: {} });
		workflow.connections[NODE] = { main: [[{ node: 'Next', type: 'main', index: 0 }]] };
		await editor.open(workflow);
		const view = await editor.openNode('Next');
		await view.execute();
		const schema = view.page.locator('[data-test-id="ndv-input-panel"]');
		await schema.getByText('summary', { exact: true }).first().waitFor();
		const text = (await schema.innerText()).replaceAll(/\s+/g, ' ');
		expect(text).toContain('133224');
		expect(text).not.toContain('133225');
		expect(text).not.toContain('empty array');
		expect(text).not.toContain('"90"');
	});

	it('names the columns it leaves out, and what was probably meant', async () => {
		const parameters = { operation: 'preview', ...MAPPED };
		await editor.open(workflowOf(stage.credentialId, { parameters, items: ROWS.slice(0, 1) }));
		const view = await editor.openNode(NODE);
		await view.execute();
		await view.output
			.getByText('"AutoStopDya", did you mean "AutoStopDay"?; "备注"')
			.first()
			.waitFor();
	});

	it('applies the same columns once the operation is Update', async () => {
		await editor.open(
			workflowOf(stage.credentialId, {
				parameters: { operation: 'preview', ...MAPPED, options: { onlySendWhatDiffers: true } },
				items: ROWS.slice(0, 1),
			}),
		);
		const view = await editor.openNode(NODE);
		await view.choose('operation', 'Update');
		await view.execute();
		await view.output.getByText('双十一回访（第二批）').first().waitFor();
		expect(stage.emulator.journal.map(({ taskId, after }) => ({ taskId, after }))).toEqual([
			{ taskId: '133224', after: { Name: '双十一回访（第二批）' } },
		]);
	});
});
