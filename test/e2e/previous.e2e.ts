import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TEST_KEYS } from '../../emulator';
import { installCommunityPackage, packNode } from '../../scripts/n8n/communityPackage';
import { installN8n } from '../../scripts/n8n/install';
import { PREVIOUS } from '../../scripts/n8n/releases';
import { outputsOf } from '../../scripts/n8n/rest';
import { startN8n, type Server } from '../../scripts/n8n/server';
import { emulatorCredential } from '../../scripts/n8n/workspace';
import type { Browser } from './support/browser';
import { Editor } from './support/editor';
import { choosing, withoutPermission } from './support/menus';
import { ranksOf, SEARCHES } from './support/searches';
import { NODE, NODE_TYPE, openStage, TRIGGER, workflowOf, type Stage } from './support/stage';
import { offersTasks } from './support/taskPicker';
import { tell } from './support/tell';

const INSTALL_MS = 20 * 60_000;

describe(`n8n ${PREVIOUS}`, () => {
	let folder: string;
	let server: Server;
	let stage: Stage;
	let browser: Browser | undefined;

	beforeAll(async () => {
		const installation = await installN8n(PREVIOUS, tell);
		folder = await mkdtemp(path.join(tmpdir(), 'n8n-e2e-'));
		await installCommunityPackage(process.env.E2E_TARBALL ?? (await packNode()), folder);
		server = await startN8n(installation, { userFolder: folder });
		stage = await openStage(server.url);
	}, INSTALL_MS);

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
		await server?.stop();
		if (folder) await rm(folder, { recursive: true, force: true });
	});

	it('loads the package', async () => {
		const names = (await stage.rest.nodeTypes()).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining([NODE_TYPE]));
	});

	it.each([
		{ what: 'the right key', key: TEST_KEYS.active, status: 'OK', words: 'The key is right' },
		{
			what: 'a wrong secret',
			key: { ...TEST_KEYS.active, accessKeySecret: 'not-the-secret' },
			status: 'Error',
			words: 'The AccessKey Secret is wrong',
		},
	])('tests the credential: $what', async ({ key, status, words }) => {
		const credential = emulatorCredential(stage.emulator.url, key);
		const tested = await stage.rest.testCredential({ id: stage.credentialId, ...credential });
		expect(tested).toEqual({ status, message: expect.stringContaining(words) });
	});

	it('runs a workflow', async () => {
		const parameters = { taskId: '133224', schedule: { autoStart: true, autoStartTime: '8:30' } };
		const workflow = workflowOf(stage.credentialId, { parameters });
		const id = await stage.rest.createWorkflow(workflow);
		const execution = await stage.rest.runToEnd(id, TRIGGER);
		expect(execution.status).toBe('success');
		expect(outputsOf(execution, NODE)[0]?.[0]?.json.Id).toBe('133224');
		expect(stage.updates().at(-1)?.params.AutoStartTime).toBe('08:30:00');
	});

	it('maps columns, previews them, and updates what differs', async () => {
		const runIn = async (operation: string) => {
			const workflow = workflowOf(stage.credentialId, {
				parameters: {
					operation,
					fields: 'mapFromInput',
					fieldsObject: '={{ $json }}',
					options: { onlySendWhatDiffers: true },
				},
				items: [{ 任务ID: '133225', 开始时间: '9:00', 定时开始: '是' }],
			});
			const execution = await stage.rest.runToEnd(
				await stage.rest.createWorkflow(workflow),
				TRIGGER,
			);
			return outputsOf(execution, NODE)[0]?.[0]?.json;
		};
		stage.emulator.reset();
		expect(await runIn('preview')).toMatchObject({
			Id: '133225',
			action: 'update',
			summary: 'Start Time 09:30:00 → 09:00:00',
			details: {
				changes: [{ field: 'AutoStartTime', from: '09:30:00', to: '09:00:00' }],
				unchanged: ['AutoStart'],
			},
		});
		expect(stage.emulator.journal).toEqual([]);
		expect(await runIn('update')).toMatchObject({ Id: '133225', action: 'updated' });
		expect(await runIn('update')).toMatchObject({ Id: '133225', action: 'unchanged' });
		expect(stage.updates()).toHaveLength(1);
	});

	it('shows which columns it will take before it runs', async () => {
		browser ??= await stage.browse();
		const editor = new Editor(browser.page, stage.rest);
		const items = [{ 手机号: '13800138000', 优先级: '2', 姓名: '张三' }];
		const parameters = { operation: 'importNumbers', taskId: '133224' };
		await editor.open(workflowOf(stage.credentialId, { parameters, items }));
		const view = await editor.openNode(NODE);
		await view.columns.getByText('2 of 3').waitFor();
		expect((await view.columns.innerText()).split('\n').slice(1, 4)).toEqual([
			'手机号 → Phone Number',
			'优先级 → Priority',
			'Unknown, left out: "姓名"',
		]);
	});

	it('shows a refused row in the table of the error output, the sentence first', async () => {
		browser ??= await stage.browse();
		const editor = new Editor(browser.page, stage.rest);
		await editor.open(
			workflowOf(stage.credentialId, {
				parameters: { taskId: '={{ $json.id }}', schedule: { autoStartTime: '25:00' } },
				items: [{ id: '133224', row_number: 2 }],
				onError: 'continueErrorOutput',
			}),
		);
		const view = await editor.openNode(NODE);
		await view.execute();
		await view.output.getByText('Error Branch (1 item)').click();
		const sentence = `Task 133224, item 0 (row 2): 'Start Time' is "25:00"`;
		await view.output.getByText(sentence).first().waitFor();
		const text = (await view.output.innerText()).replaceAll(/\s+/g, ' ');
		expect(text.indexOf('description')).toBeGreaterThan(text.indexOf(sentence));
		expect(text).not.toContain('requestId');
	});

	it('finds the node, first or second, by what people call it and by each of its actions', async () => {
		browser ??= await stage.browse();
		const editor = new Editor(browser.page, stage.rest);
		await editor.openPanel();
		const ranks = await ranksOf(editor, SEARCHES);
		expect(ranks.filter((rank) => !/^[12]:/.test(rank))).toEqual([]);
	});

	offersTasks(async () => {
		browser ??= await stage.browse();
		return { stage, page: browser.page };
	});

	it('opens the node in its editor', async () => {
		browser ??= await stage.browse();
		const editor = new Editor(browser.page, stage.rest);
		await editor.open(workflowOf(stage.credentialId, { parameters: { taskId: '133224' } }));
		const view = await editor.openNode(NODE);
		await view.section('Call Handling').first().waitFor();
		expect(await view.locator('taskId').inputValue()).toBe('133224');
		await view.choose('fields', 'Map Automatically From Input');
		await view.field('fieldsObject').waitFor();
		// It then names a column.
		expect(await view.field('taskId').count()).toBe(1);
	});

	it('shows what the call center has to choose from, ten thousand groups too', async () => {
		browser ??= await stage.browse();
		const editor = new Editor(browser.page, stage.rest);
		expect(await choosing(stage, editor)).toEqual({
			before: expect.stringContaining('0007 (no longer in the call center)'),
			remark: expect.stringContaining('1,000 of 10,000 outbound groups are shown'),
			sent: { Cnos: '2000,0007,2001', TimeStrategy: '9', AgentGroup: 'G9998' },
		});
	});

	it('says which action to grant where a list may not be read, and keeps what is chosen', async () => {
		browser ??= await stage.browse();
		const editor = new Editor(browser.page, stage.rest);
		const { shown, chosen } = await withoutPermission(stage, editor);
		expect(shown).toMatch(/no permission.*[Gg]rant.* dyvms:ClinkListIvrs/);
		expect(chosen).toContain('13');
	});
});
