import type { RequestOptions } from 'node:http';
import { setImmediate as breathe } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { lineTo, watched } from './agent';
import type { Watch } from './agent';
import type { Connection } from './connection';
import {
	doubtAbout,
	explainBreak,
	explainProxyRefusal,
	explainRefusal,
	explainStrangeBody,
} from './errors';
import type { Result } from './failure';
import { fail } from './failure';
import { plain } from './plain';
import { redactor } from './redact';

const API_VERSION = '2017-05-25';

export interface Client {
	/**
	 * Signs and sends one call. An answer counts as success with Code `OK` and, where the action
	 * reports one, `Data.Result` 0; anything else is a failure, told apart as far as it can be.
	 * @param params flat, all strings; names of the protocol (Action, Timestamp, ...) are not for callers
	 */
	send(action: string, params: Record<string, string>): Promise<Result<IDataObject>>;
}

interface ClientOptions {
	timeoutMs: number;
	/** Fires when the execution is stopped. */
	cancelled?: AbortSignal;
}

/**
 * Runs one request under a deadline of its own, since a proxy that never answers would hold pop-core up
 * for ever, and gives it up when the execution is stopped.
 */
async function bounded<T>(
	start: (signal: AbortSignal) => Promise<T>,
	{ timeoutMs, cancelled }: ClientOptions,
): Promise<T> {
	const stop = new AbortController();
	const onCancel = () => stop.abort(cancelled?.reason);
	const timer = setTimeout(() => stop.abort(new DOMException('', 'TimeoutError')), timeoutMs);
	cancelled?.addEventListener('abort', onCancel);
	if (cancelled?.aborted) onCancel();
	try {
		const stopped = new Promise<never>((_resolve, reject) => {
			const rejectWithReason = () => reject(stop.signal.reason as Error);
			if (stop.signal.aborted) rejectWithReason();
			stop.signal.addEventListener('abort', rejectWithReason);
		});
		return await Promise.race([stopped, start(stop.signal)]);
	} finally {
		clearTimeout(timer);
		cancelled?.removeEventListener('abort', onCancel);
	}
}

/** One client per execution, so that the key lives no longer; the connections are shared. */
export async function createClient(
	connection: Connection,
	limits: ClientOptions,
): Promise<Result<Client>> {
	const line = lineTo(connection.endpoint);
	if (!line.ok) return line;
	const { agent, viaProxy } = line.value;
	const { default: RpcClient } = await import('@alicloud/pop-core/lib/rpc.js');
	const rpc = new RpcClient({ ...connection, apiVersion: API_VERSION });
	// Every Code is good to pop-core, and judged here: the error it makes of one fails by itself where Code
	// or Message is no text, and takes the body with it.
	Object.assign(rpc, { codes: { has: () => true } });
	const redact = redactor(connection);
	const { protocol } = new URL(connection.endpoint);

	const send: Client['send'] = async (action, params) => {
		const watch: Watch = { sent: false, refusedByProxy: false };
		const options = (signal: AbortSignal) => ({
			// Anything but POST would put the signed URL into pop-core's errors.
			method: 'POST',
			timeout: limits.timeoutMs,
			agent: watched(agent, watch),
			// Without the protocol the agent of a proxy would open a new tunnel for every request.
			beforeRequest: (request: RequestOptions) => ({ ...request, protocol, signal }),
		});
		try {
			const answer: unknown = await bounded(
				async (signal) => await rpc.request(action, params, options(signal)),
				limits,
			);
			// The connection is free a turn later; before that the next request would open another.
			await breathe();
			if (watch.refusedByProxy) return fail(explainProxyRefusal(connection, watch));
			return judge(plain(answer, redact), watch);
		} catch (error) {
			const cancelled = limits.cancelled?.aborted ?? false;
			if (watch.refusedByProxy && !cancelled) return fail(explainProxyRefusal(connection, watch));
			const { timeoutMs } = limits;
			return fail(explainBreak(error, { ...watch, connection, viaProxy, timeoutMs, cancelled }));
		}
	};
	return { ok: true, value: { send } };
}

/** Success or refusal: neither `OK` alone nor the HTTP status alone proves that the call was done. */
function judge(body: unknown, watch: Watch): Result<IDataObject> {
	if (!isRecord(body)) return fail(explainStrangeBody(watch));
	const answer = body as IDataObject;
	return answer.Code === 'OK' && doubtAbout(answer, watch) === ''
		? { ok: true, value: answer }
		: fail(explainRefusal(answer, watch));
}
