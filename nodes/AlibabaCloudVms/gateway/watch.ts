import type { Agent, ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { BodyError, boundBody } from './body';
import { quicklyRead } from './quick';
import type { Pending } from './tunnel';

/** What became known of one request while it was under way. */
export interface Watch {
	/** Whether all of it was handed to the network: only then the gateway may have acted on it. */
	sent: boolean;
	/** Told of that. */
	underWay?(): void;
	/** Whether its connection is there for the next one. */
	isFree?: boolean;
	httpStatus?: number;
	/** The head of the answer. */
	headers?: IncomingHttpHeaders;
	/** Its body, where pop-core's parser is not needed to read it. */
	answer?: object;
	/** Takes secrets out of a text of the head. */
	redact?(text: string): string;
	/** Whether somebody names action and parameters himself. */
	isCustom?: boolean;
	/** Whether it may be an answer of any product. */
	isAnyProduct?: boolean;
	/** The name of the product that was asked, '' where that is not known; absent for the service. */
	product?: string;
}

/** What pop-core reads of a body that is read already. */
const NOTHING = Buffer.from('{}');

/** The method that Node.js calls on an agent; it is not in the published types. */
interface AddsRequests {
	addRequest(request: ClientRequest, options: object): void;
}

/** True until TLS stands, absent without TLS; Node.js has it, the published types do not. */
interface MayBeSecuring {
	secureConnecting?: boolean;
}

/** The way of one request, and the means to give it up. */
interface WatchedAgent {
	agent: Agent;
	giveUp(): void;
}

/**
 * The same agent, for one request that is watched: pop-core's errors say neither the HTTP status of a
 * body that is not JSON nor whether anything was sent before the line broke. Nor can pop-core stop: an
 * AbortSignal a request would cost more than signing it.
 * @param spoiled told of an answer that is of no use, where pop-core would wait for more
 * @param body sent in the place of pop-core's
 */
export function watched(
	agent: Agent,
	watch: Watch,
	spoiled: (error: Error) => void,
	body?: Buffer,
): WatchedAgent {
	let underWay: ClientRequest | undefined;
	let isGivenUp = false;
	// A request that has no connection yet cannot end the one that is being made for it.
	const pending: Pending = {};
	const addRequest: AddsRequests['addRequest'] = (request, options) => {
		underWay = request;
		if (body) {
			const end = request.end.bind(request);
			Object.assign(request, { end: () => end(body) });
		}
		request.on('finish', () => {
			// Node.js also finishes a request whose TLS connection fails: its bytes never left.
			const socket = request.socket as (Socket & MayBeSecuring) | null;
			watch.sent = socket !== null && !socket.secureConnecting;
			if (watch.sent) watch.underWay?.();
		});
		request.on('response', (response: IncomingMessage) => {
			watch.httpStatus = response.statusCode;
			watch.headers = response.headers;
			boundBody(response, spoiled, (bytes) => {
				watch.answer = quicklyRead(bytes.toString());
				return watch.answer ? NOTHING : bytes;
			});
		});
		request.on('upgrade', ({ statusCode }: IncomingMessage, socket: Socket) => {
			watch.httpStatus = statusCode;
			socket.destroy();
			spoiled(new BodyError('answered by changing to another protocol'));
		});
		// Node.js emits it just before it gives the connection back.
		request.on('close', () => {
			watch.isFree = true;
		});
		(agent as Agent & AddsRequests).addRequest(request, Object.assign(options, { pending }));
		// pop-core hands a request over a moment after it was called.
		if (isGivenUp) giveUp();
	};
	const giveUp = () => {
		isGivenUp = true;
		underWay?.destroy();
		pending.giveUp?.();
	};
	return { agent: Object.assign(Object.create(agent) as Agent, { addRequest }), giveUp };
}
