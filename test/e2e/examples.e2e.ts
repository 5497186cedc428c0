import { DEFAULT_ENTERPRISE_ID } from '../../emulator';
import { outputsOf, type Execution, type WorkflowData } from '../../scripts/n8n/rest';
import { connected, CREDENTIAL_TYPE, examples } from '../../scripts/n8n/workspace';
import { startChatModel, type ChatModel } from './support/chatModel';
import { NODE_TYPE, openStage, type Stage } from './support/stage';
import { until } from './support/until';

/** What the stand-in for a model wants, first of the preview tool and then as its answer. */
const PROPOSED = {
	taskId: '133224',
	autoStart: true,
	autoStartDay: '2030-12-24',
	autoStartTime: '09:00:00',
};

/** A task ends a minute or two after it is told to. */
const LIFE_MS = 300_000;

describe('The example workflows', () => {
	let stage: Stage;
	let model: ChatModel;
	let files: Map<string, WorkflowData>;

	beforeAll(async () => {
		stage = await openStage();
		files = await examples();
		model = await startChatModel((tools, answered) => {
			const named = (part: string) => tools.find(({ name }) => name.includes(part))?.name ?? '';
			const fields = PROPOSED;
			if (answered === 0) return { name: named('Preview'), args: { fields } };
			return answered === 1 ? { name: named('json'), args: { output: { fields } } } : undefined;
		});
	});

	beforeEach(() => stage.emulator.reset());

	afterAll(async () => {
		await model?.close();
		await stage?.close();
	});

	const example = (file: string): WorkflowData => {
		const workflow = files.get(file);
		if (!workflow) throw new Error(`There is no example ${file}`);
		return connected(workflow, stage.credentialId);
	};

	const run = async (file: string, trigger: string): Promise<Execution> => {
		const execution = await stage.rest.runToEnd(
			await stage.rest.createWorkflow(example(file)),
			trigger,
		);
		expect(execution.data.resultData.error?.message).toBeUndefined();
		return execution;
	};

	const changes = () => stage.emulator.journal.map(({ taskId, after }) => ({ taskId, after }));

	it('each have notes, the node, and only node types that n8n has', async () => {
		const known = new Set((await stage.rest.nodeTypes()).map(({ name }) => name));
		expect(files.size).toBeGreaterThanOrEqual(5);
		for (const [file, { nodes }] of files) {
			const types = nodes.map(({ type }) => type);
			expect([file, types.filter((type) => !known.has(type))]).toEqual([file, []]);
			expect([file, types.includes('n8n-nodes-base.stickyNote')]).toEqual([file, true]);
			const own = nodes.find(({ type }) => type === NODE_TYPE);
			expect([file, own?.credentials?.[CREDENTIAL_TYPE]?.id]).toEqual([file, '']);
		}
	});

	it('preview and update tasks alike from the CSV and from the Excel sheet', async () => {
		const csv = await run('update-call-tasks.json', 'Run by hand');
		// Tasks are changed side by side: the journal has them in the order of their answers.
		const byTask = () => new Map(changes().map(({ taskId, after }) => [taskId, after]));
		const fromCsv = byTask();
		stage.emulator.reset();
		const excel = await run('update-call-tasks-excel.json', 'Run by hand');
		expect(byTask()).toEqual(fromCsv);
		const counts = (execution: Execution) => {
			const lengthOf = (node: string) => outputsOf(execution, node)[0]?.length;
			return {
				previewed: lengthOf('Preview'),
				updated: lengthOf('Updated'),
				left: lengthOf('Left as they are'),
				refused: lengthOf('Refused'),
			};
		};
		expect(counts(csv)).toEqual({ previewed: 17, updated: 8, left: 1, refused: 8 });
		expect(counts(excel)).toEqual(counts(csv));
		const [changed] = outputsOf(csv, 'Update call task')[0] ?? [];
		expect(changed?.json).toMatchObject({ Id: '133224', action: 'updated' });
	});

	it("set tomorrow's start window", async () => {
		await run('start-window-every-evening.json', 'Every evening at 20:00');
		const tomorrow = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(
			Date.now() + 24 * 60 * 60 * 1000,
		);
		expect(stage.updates().map(({ params, code }) => ({ ...params, code }))).toMatchObject([
			{ TaskId: '133224', AutoStartDay: tomorrow, AutoStartTime: '08:30:00', code: 'OK' },
			{ TaskId: '133227', AutoStopDay: tomorrow, AutoStopTime: '20:00:00', code: 'OK' },
		]);
	});

	it(
		'take a task through its whole life',
		async () => {
			stage.emulator.settings.callsPerSecond = 1_000_000;
			const workflow = example('life-of-a-task.json');
			const wait = workflow.nodes.find(({ name }) => name === 'Let it call');
			if (wait) wait.parameters = { ...wait.parameters, amount: 1, unit: 'seconds' };
			const execution = await stage.rest.runToEnd(
				await stage.rest.createWorkflow(workflow),
				'Run by hand',
				LIFE_MS,
			);
			expect(execution.data.resultData.error?.message).toBeUndefined();
			const of = (node: string) => outputsOf(execution, node)[0]?.map(({ json }) => json) ?? [];
			const [{ Id } = { Id: '' }] = of('Create');
			expect(of('Import numbers')).toHaveLength(1000);
			expect(of('Update')).toMatchObject([{ Id, action: 'updated' }]);
			expect(of('Start')).toMatchObject([{ Id, action: 'started' }]);
			expect(of('Statistics')).toMatchObject([{ Id, CalledCount: 1000, UncalledCount: 0 }]);
			expect(of('Pause')).toMatchObject([{ Id, action: 'paused' }]);
			expect(of('Call records')).toHaveLength(1000);
			expect(of('End')).toMatchObject([{ Id, action: 'ended', Status: 3 }]);
		},
		LIFE_MS,
	);

	/** Posts to the webhook of an example until n8n, which publishes a moment after it was told to, knows it. */
	const posting = async (file: string, path: string) => {
		const id = await stage.rest.createWorkflow(example(file));
		await stage.rest.activate(id);
		const post = async (body: unknown) =>
			await fetch(`${stage.rest.url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
		return {
			post,
			first: async (body: unknown) => {
				let done = await post(body);
				await until('the webhook', async () => {
					if (done.status === 404) done = await post(body);
					return done.status !== 404;
				});
				return done;
			},
			close: async () => await stage.rest.deactivate(id),
		};
	};

	it('take what a CRM posts', async () => {
		const crm = await posting('crm-webhook.json', 'crm-deal-changed');
		const deal = (taskId: string) => ({
			objectId: 5678,
			properties: {
				dealname: { value: 'Renewal of Acme' },
				dealstage: { value: 'contractsent' },
				vms_task_id: { value: taskId },
			},
		});
		const done = await crm.first(deal('133224'));
		expect([done.status, await done.json()]).toEqual([200, { changed: 1, refused: [] }]);
		expect(changes()).toEqual([
			{
				taskId: '133224',
				after: { Name: 'Renewal of Acme', Description: 'Deal 5678, stage contractsent' },
			},
		]);
		const refused = await crm.post(deal('999999'));
		expect([refused.status, await refused.json()]).toEqual([
			422,
			{ changed: 0, refused: [expect.stringMatching(/\S/)] },
		]);
		await crm.close();
	});

	it('take a row of a table and answer what became of it', async () => {
		const table = await posting('feishu-table.json', 'feishu-call-task');
		const done = await table.first({ 任务ID: '133224', 客户超时: '45' });
		expect([done.status, await done.json()]).toEqual([
			200,
			{ 结果: '已修改', 修改内容: 'Customer Timeout 20 → 45', 原因: '' },
		]);
		const refused = await table.post({ 任务ID: '133230', 客户超时: '45' });
		expect(await refused.json()).toMatchObject({
			结果: '已拒绝',
			原因: expect.stringMatching(/\S/),
		});
		expect(changes()).toEqual([{ taskId: '133224', after: { CustomerTimeout: '45' } }]);
		await table.close();
	});

	it('apply on Tuesday what a person approved on Monday, and nothing that was changed meanwhile', async () => {
		const workflow = example('approve-then-apply.json');
		const id = await stage.rest.createWorkflow({
			...workflow,
			nodes: workflow.nodes.map(({ credentials, ...node }) => {
				// No mail is sent, and the morning has come.
				if (node.name === 'Mail the report') {
					return { ...node, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
				}
				if (node.name !== 'Tomorrow at 8:00') return { ...node, credentials };
				return { ...node, parameters: { ...node.parameters, dateTime: '2024-01-02T08:00:00' } };
			}),
		});
		const executionId = await stage.rest.run(id, 'Run by hand');
		await until('the form', async () => (await stage.rest.peek(executionId)).status === 'waiting');
		expect(stage.emulator.journal).toEqual([]);
		const waiting = await stage.rest.peek(executionId);
		const [asked] = outputsOf(waiting, 'To approve')[0] ?? [];
		expect(asked?.json.question).toBe('Change 8 call tasks tomorrow at 8:00?');
		expect(asked?.binary?.report?.mimeType).toBe('text/html');
		const { store } = stage.emulator;
		const task = store.find(DEFAULT_ENTERPRISE_ID, '133224');
		if (task) store.put({ ...task, CustomerTimeout: '30' });
		const form = new FormData();
		form.set('field-0', 'Approve');
		const answer = await fetch(String(asked?.json.form), { method: 'POST', body: form });
		expect(answer.ok).toBe(true);
		const execution = await stage.rest.untilEnded(executionId);
		expect(execution.data.resultData.error?.message).toBeUndefined();
		expect(outputsOf(execution, 'Updated')[0]).toHaveLength(7);
		expect(outputsOf(execution, 'Refused')[0]?.map(({ json }) => json)).toMatchObject([
			{
				row: 2,
				task: '133224',
				reason: expect.stringContaining(
					"'Customer Timeout' was 20 when this was previewed and is 30 now (wanted: 45)",
				),
			},
		]);
		expect(changes().map(({ taskId }) => taskId)).not.toContain('133224');
	});

	it('report what was refused', async () => {
		const execution = await run('report-refused.json', 'Run by hand');
		const [report] = outputsOf(execution, 'Report')[0] ?? [];
		expect(report?.binary?.data?.fileName).toBe('refused.csv');
		expect(outputsOf(execution, 'Lines')[0]?.map(({ json }) => json.task)).toEqual([
			'133227',
			'999999',
		]);
	});

	it('send nothing of what an agent proposes before a person approves', async () => {
		const modelCredential = await stage.rest.saveCredential({
			name: 'Stand-in',
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const workflow = example('agent-with-approval.json');
		const chat = workflow.nodes.find(({ name }) => name === 'Model');
		if (chat) chat.credentials = { openAiApi: { id: modelCredential, name: 'Stand-in' } };
		const id = await stage.rest.createWorkflow({
			...workflow,
			pinData: { Chat: [{ json: { chatInput: 'Start task 133224 on Christmas Eve at nine' } }] },
		});
		const executionId = await stage.rest.run(id, 'Chat');
		await until('the form', async () => (await stage.rest.peek(executionId)).status === 'waiting');
		expect(stage.updates()).toHaveLength(0);
		expect(stage.emulator.journal).toEqual([]);
		const waiting = await stage.rest.peek(executionId);
		const json = outputsOf(waiting, 'Where to approve')[0]?.[0]?.json;
		expect(json?.question).toBe('Change task 133224, 双十一回访?');
		expect(String(json?.changes).split('\n')).toEqual([
			'Auto Start off → on',
			'Start Date 2026-11-01 → 2030-12-24',
			'Start Time 08:30:00 → 09:00:00',
			'',
			'Warnings:',
			expect.stringContaining('does not lie after its start'),
		]);
		const page = await (await fetch(String(json?.form))).text();
		expect(page).toContain('→ 2030-12-24');
		const form = new FormData();
		form.set('field-0', 'Approve');
		const answer = await fetch(String(json?.form), { method: 'POST', body: form });
		expect(answer.ok).toBe(true);
		await until('the update', async () => stage.updates().length > 0);
		expect(stage.updates()[0]?.params).toMatchObject({
			TaskId: '133224',
			AutoStartDay: '2030-12-24',
			AutoStartTime: '09:00:00',
		});
	});
});
