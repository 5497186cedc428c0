import type { INode } from 'n8n-workflow';
import type { WorkflowData } from '../../scripts/n8n/rest';
import type { Browser } from './support/browser';
import { startChatModel, type ChatModel } from './support/chatModel';
import { Editor } from './support/editor';
import { NODE_TYPE, openStage, TRIGGER, workflowOf, type Stage } from './support/stage';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

/** What the button beside a field writes, which lets the model fill it in. */
const fromModel = (name: string, description: string, type = 'string') =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`${description}\`, '${type}') }}`;

const agentNodes = (modelCredential: string): INode[] => [
	{
		id: 'agent',
		name: 'AI Agent',
		type: `${LANGCHAIN}.agent`,
		typeVersion: 2,
		position: [260, 0],
		parameters: { promptType: 'define', text: 'Rename the task', options: {} },
	},
	{
		id: 'model',
		name: 'Model',
		type: `${LANGCHAIN}.lmChatOpenAi`,
		typeVersion: 1.2,
		position: [160, 240],
		parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
		credentials: { openAiApi: { id: modelCredential, name: 'Stand-in' } },
	},
];

describe('The node as a tool of an AI Agent', () => {
	let stage: Stage;
	let model: ChatModel;
	let modelCredential: string;
	let browser: Browser;
	/** The arguments that the model gives to the only tool. */
	let args: unknown;

	beforeAll(async () => {
		stage = await openStage();
		model = await startChatModel(([tool], answered) =>
			tool && answered === 0 ? { name: tool.name, args } : undefined,
		);
		modelCredential = await stage.rest.saveCredential({
			name: 'Stand-in',
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
	});

	beforeEach(() => stage.emulator.reset());

	afterAll(async () => {
		await browser?.close();
		await model?.close();
		await stage?.close();
	});

	/** An agent with the node as its only tool. */
	const agentWith = (parameters: Record<string, unknown>): WorkflowData => {
		// Without this n8n answers the model with nothing where a tool fails.
		const onError = 'continueRegularOutput';
		const plain = workflowOf(stage.credentialId, { name: 'Agent', parameters, onError });
		const [start, node] = plain.nodes as [INode, INode];
		const tool = { ...node, name: 'Update call task', type: `${NODE_TYPE}Tool` };
		tool.position = [420, 240];
		return {
			...plain,
			nodes: [start, ...agentNodes(modelCredential), tool],
			connections: {
				[TRIGGER]: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
				Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
				[tool.name]: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
			},
		};
	};

	const single = () =>
		agentWith({
			taskId: fromModel('Task_ID', 'The outbound call task to change'),
			details: { name: fromModel('Name', 'New name of the task, shorter than 50 characters') },
		});

	const oneObject = (operation: 'update' | 'preview') =>
		agentWith({
			operation,
			fields: 'mapFromInput',
			fieldsObject: fromModel('fields', 'The task and its new values', 'json'),
		});

	const runAgent = async (workflow: WorkflowData) => {
		const execution = await stage.rest.runToEnd(await stage.rest.createWorkflow(workflow), TRIGGER);
		expect(execution.data.resultData.error?.message).toBeUndefined();
	};

	const changes = () => stage.emulator.journal.map(({ taskId, after }) => ({ taskId, after }));

	it('is among the node types', async () => {
		const names = (await stage.rest.nodeTypes()).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining([NODE_TYPE, `${NODE_TYPE}Tool`]));
	});

	it('is offered with the fields the model may fill in, and changes the task it is called for', async () => {
		args = { Task_ID: '133224', Name: '模型起的名字' };
		await runAgent(single());
		expect(model.offered).toMatchObject([
			{
				name: 'Update_call_task',
				description: 'Update a call task in Alibaba Cloud Voice Messaging',
				parameters: {
					properties: {
						Task_ID: { type: 'string', description: 'The outbound call task to change' },
						Name: { type: 'string', description: expect.stringContaining('New name of the task') },
					},
				},
			},
		]);
		expect(changes()).toEqual([{ taskId: '133224', after: { Name: '模型起的名字' } }]);
	});

	const fields = {
		taskId: '133224',
		name: '模型起的名字',
		retryStrategy: { retry: 1, strategy: [{ round: 1, time: '0-0-20' }] },
	};

	it('takes all fields as one object', async () => {
		args = { fields };
		await runAgent(oneObject('update'));
		const [{ parameters } = { parameters: undefined }] = model.offered;
		expect(Object.keys(parameters?.properties ?? {})).toEqual(['fields']);
		expect(parameters?.properties.fields).toMatchObject({
			description: 'The task and its new values',
		});
		// n8n's type json: anything, so an object as well.
		expect(parameters?.properties.fields?.type ?? 'object').toBe('object');
		expect(changes()).toEqual([
			{
				taskId: '133224',
				after: { Name: fields.name, RetryStrategy: JSON.stringify(fields.retryStrategy) },
			},
		]);
	});

	it('previews what the model proposes, tells it, and changes nothing', async () => {
		args = { fields };
		await runAgent(oneObject('preview'));
		const [answer = ''] = model.answers;
		expect(answer).toContain('"action":"update"');
		expect(answer).toContain('"from":"双十一回访","to":"模型起的名字"');
		expect(stage.updates()).toHaveLength(0);
		expect(changes()).toEqual([]);
	});

	it('tells the model what is wrong with its fields', async () => {
		args = { fields: { taskId: '133224', autoStart: true, autoStartTime: '25:00' } };
		await runAgent(oneObject('update'));
		expect(model.answers.join()).toContain("'Start Time' is");
		expect(stage.emulator.requests).toHaveLength(0);
	});

	it('is drawn below the agent, and its fields open', async () => {
		browser = await stage.browse();
		const editor = new Editor(browser.page, stage.rest);
		await editor.open(single());
		const view = await editor.openNode('Update call task');
		await view.field('details').or(view.section('Details')).first().waitFor();
	});
});
