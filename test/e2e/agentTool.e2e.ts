import type { INode } from 'n8n-workflow';
import type { WorkflowData } from '../../scripts/n8n/rest';
import type { Browser } from './support/browser';
import { startChatModel, type ChatModel } from './support/chatModel';
import { Editor } from './support/editor';
import { NODE_TYPE, openStage, TRIGGER, workflowOf, type Stage } from './support/stage';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

/** What the button beside a field writes, which lets the model fill it in. */
const fromModel = (name: string, description: string) =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`${description}\`, 'string') }}`;

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
	let browser: Browser;
	let workflow: WorkflowData;

	beforeAll(async () => {
		stage = await openStage();
		model = await startChatModel(
			([tool]) => tool && { name: tool.name, args: { Task_ID: '133224', Name: '模型起的名字' } },
		);
		const modelCredential = await stage.rest.saveCredential({
			name: 'Stand-in',
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const parameters = {
			taskId: fromModel('Task_ID', 'The outbound call task to change'),
			details: { name: fromModel('Name', 'New name of the task, shorter than 50 characters') },
		};
		const plain = workflowOf(stage.credentialId, { name: 'Agent', parameters });
		const [start, node] = plain.nodes as [INode, INode];
		const tool = { ...node, name: 'Update call task', type: `${NODE_TYPE}Tool` };
		tool.position = [420, 240];
		workflow = {
			...plain,
			nodes: [start, ...agentNodes(modelCredential), tool],
			connections: {
				[TRIGGER]: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
				Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
				[tool.name]: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
			},
		};
	});

	afterAll(async () => {
		await browser?.close();
		await model?.close();
		await stage?.close();
	});

	it('is among the node types', async () => {
		const names = (await stage.rest.nodeTypes()).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining([NODE_TYPE, `${NODE_TYPE}Tool`]));
	});

	it('is offered with the fields the model may fill in, and changes the task it is called for', async () => {
		const id = await stage.rest.createWorkflow(workflow);
		const execution = await stage.rest.runToEnd(id, TRIGGER);
		expect(execution.data.resultData.error?.message).toBeUndefined();
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
		expect(stage.emulator.journal.map(({ taskId, after }) => ({ taskId, after }))).toEqual([
			{ taskId: '133224', after: { Name: '模型起的名字' } },
		]);
	});

	it('is drawn below the agent, and its fields open', async () => {
		browser = await stage.browse();
		const editor = new Editor(browser.page, stage.rest);
		await editor.open(workflow);
		const view = await editor.openNode('Update call task');
		await view.field('details').or(view.section('Details')).first().waitFor();
	});
});
