import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Gateway } from '../gateway/gateway';
import { refusal } from '../gateway/refusals';
import { refusalReply } from '../gateway/reply';
import { readRequest } from '../gateway/request';
import { readBody } from './body';
import type { DeliverySettings } from './delivery';
import type { Gate } from './gate';
import { spoil, type FaultKind, type FaultQueue, type FaultSettings } from './faults';

export interface ServerSettings extends FaultSettings, DeliverySettings {
	/** Wait before processing. */
	latencyMs: number | { min: number; max: number };
}

/** One request that came in, whatever became of it. */
export interface RequestRecord {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	/** Query and form together, decoded. */
	params: Record<string, string>;
	/** '' when the request names none. */
	action: string;
	/** 0 while unanswered, and for good when no answer is sent. */
	status: number;
	/** The Code sent; '' when there is none. */
	code: string;
	requestId: string;
	/** Milliseconds since 1970. */
	at: number;
	/** The fault that happened to it, if any. */
	fault?: FaultKind;
}

interface HandlerParts {
	gateway: Gateway;
	settings: ServerSettings;
	faults: FaultQueue;
	gate: Gate;
	requests: RequestRecord[];
	clock: () => number;
}

function latencyOf({ latencyMs }: ServerSettings): number {
	if (typeof latencyMs === 'number') return latencyMs;
	return latencyMs.min + Math.random() * (latencyMs.max - latencyMs.min);
}

/** Reads a request, records it, lets the gateway process it and sends the answer. */
export async function handle(
	parts: HandlerParts,
	message: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { gateway, settings, faults, gate, requests, clock } = parts;
	const body = await readBody(message);
	if (body === undefined) return;
	const { method = '', url = '', headers } = message;
	const isTooLarge = body === 'tooLarge';
	const request = readRequest(method, url, headers, isTooLarge ? Buffer.alloc(0) : body);
	const requestId = randomUUID().toUpperCase();
	const record: RequestRecord = {
		method,
		url,
		headers,
		params: Object.fromEntries(request.params),
		action: request.params.get('Action') ?? String(headers['x-acs-action'] ?? ''),
		status: 0,
		code: '',
		requestId,
		at: clock(),
	};
	requests.push(record);
	const fault = faults.next(settings, record.action);
	if (fault) record.fault = fault.kind;
	await gate.pass(record.action);
	const latency = latencyOf(settings);
	if (latency > 0) await sleep(latency, undefined, { ref: false });
	const { reply, deliver, isSilent } = spoil(fault, requestId, () =>
		isTooLarge
			? refusalReply(refusal('RequestBodyTooLarge'), requestId)
			: gateway.process(request, requestId, clock()),
	);
	if (!isSilent) Object.assign(record, { status: reply.status, code: reply.code });
	// By the gateway's clock, which need not be this machine's.
	const date = new Date(clock()).toUTCString();
	await deliver(response, { ...reply, headers: { date, ...reply.headers } }, settings);
}
