import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A function that a model is offered. */
interface OfferedTool {
	name: string;
	description: string;
	parameters: { properties: Record<string, { type?: string | string[]; description?: string }> };
}

interface ToolCall {
	name: string;
	args: unknown;
}

/** Stands in for a chat model: it notes the tools it is offered, calls them as told, and what they answer. */
export interface ChatModel {
	/** For the credential of n8n's OpenAI node. */
	url: string;
	/** Of the last request. */
	readonly offered: OfferedTool[];
	/** What the tools have answered in the conversation of the last request. */
	readonly answers: string[];
	close(): Promise<void>;
}

interface ChatRequest {
	messages: Array<{ role: string; content?: unknown }>;
	tools?: Array<{ function: OfferedTool }>;
}

/** @param nextCall the call to make after so many answers; undefined to end the conversation */
export async function startChatModel(
	nextCall: (tools: OfferedTool[], answered: number) => ToolCall | undefined,
): Promise<ChatModel> {
	let offered: OfferedTool[] = [];
	let answers: string[] = [];
	const server = createServer((message, response) => {
		let body = '';
		message.on('data', (data: Buffer) => {
			body += data.toString();
		});
		message.on('end', () => {
			const request = JSON.parse(body || '{"messages":[]}') as ChatRequest;
			offered = (request.tools ?? []).map((tool) => tool.function);
			answers = request.messages.flatMap(({ role, content }) =>
				role === 'tool' ? [String(content)] : [],
			);
			const call = nextCall(offered, answers.length);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(completion(call)));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		get offered() {
			return offered;
		},
		get answers() {
			return answers;
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/** An answer in the form of OpenAI's chat completions. */
function completion(call: ToolCall | undefined) {
	const toolCall = call && {
		id: 'call_1',
		type: 'function',
		function: { name: call.name, arguments: JSON.stringify(call.args) },
	};
	return {
		id: 'completion',
		object: 'chat.completion',
		created: 0,
		model: 'stand-in',
		choices: [
			{
				index: 0,
				finish_reason: toolCall ? 'tool_calls' : 'stop',
				message: toolCall
					? { role: 'assistant', content: null, tool_calls: [toolCall] }
					: { role: 'assistant', content: 'Done.' },
			},
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
