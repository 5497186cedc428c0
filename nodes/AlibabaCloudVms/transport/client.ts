import type { RequestOptions } from 'node:http';
import { setImmediate as breathe } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { lineTo, watched } from './agent';
import type { Watch } from './agent';
import type { Limits } from './bounds';
import { createBounds } from './bounds';
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
import { dataRedactor, redactor } from './redact';

const API_VERSION = '2017-05-25';

export interface SendOptions {
	/** Whether it goes on when the execution is stopped: what must not be left half done. */
	evenIfStopped?: boolean;
}

export interface Client {
	/**
	 * Signs and sends one call. An answer counts as success with Code `OK` and, where the action
	 * reports one, `Data.Result` 0; anything else is a failure, told apart as far as it can be.
	 * @param params flat, all strings; names of the protocol (Action, Timestamp, ...) are not for callers
	 */
	send(
		action: string,
		params: Record<string, string>,
		options?: SendOptions,
	): Promise<Result<IDataObject>>;
}

/** One client per execution, so that the key lives no longer; the connections are shared. */
export async function createClient(
	connection: Connection,
	limits: Limits,
): Promise<Result<Client>> {
	const line = lineTo(connection.endpoint);
	if (!line.ok) return line;
	const { agent, viaProxy } = line.value;
	const { default: RpcClient } = await import('@alicloud/pop-core/lib/rpc.js');
	const rpc = new RpcClient({ ...connection, apiVersion: API_VERSION });
	// Every Code is good to pop-core, and judged here: the error it makes of one fails by itself where Code
	// or Message is no text, and takes the body with it.
	Object.assign(rpc, { codes: { has: () => true } });
	const redact = { words: redactor(connection), data: dataRedactor(connection) };
	const { timeoutMs } = limits;
	const stoppable = createBounds(limits);
	const unstoppable = createBounds({ timeoutMs });
	const { protocol } = new URL(connection.endpoint);

	const send: Client['send'] = async (action, params, { evenIfStopped = false } = {}) => {
		const watch: Watch = { sent: false, refusedByProxy: false };
		const { agent: ownAgent, giveUp } = watched(agent, watch);
		const options = {
			// Anything but POST would put the signed URL into pop-core's errors.
			method: 'POST',
			// Names have their capital letter already.
			formatParams: false,
			timeout: timeoutMs,
			agent: ownAgent,
			// Without the protocol the agent of a proxy would open a new tunnel for every request.
			beforeRequest: (request: RequestOptions) => Object.assign(request, { protocol }),
		};
		try {
			const bounded = evenIfStopped ? unstoppable : stoppable;
			const answer: unknown = await bounded({
				start: async () => await rpc.request(action, params, options),
				giveUp,
			});
			// Before the connection is free again, the next request would open another.
			if (!watch.isFree) await breathe();
			if (watch.refusedByProxy) return fail(explainProxyRefusal(connection, watch));
			return judge(answer, watch, redact);
		} catch (error) {
			const cancelled = !evenIfStopped && (limits.cancelled?.aborted ?? false);
			if (watch.refusedByProxy && !cancelled) return fail(explainProxyRefusal(connection, watch));
			return fail(explainBreak(error, { ...watch, connection, viaProxy, timeoutMs, cancelled }));
		}
	};
	return { ok: true, value: { send } };
}

/** Success or refusal: neither `OK` alone nor the HTTP status alone proves that the call was done. */
function judge(
	answer: unknown,
	watch: Watch,
	redact: Record<'words' | 'data', (text: string) => string>,
): Result<IDataObject> {
	const body = plain(answer, redact.words, { Data: redact.data });
	if (!isRecord(body)) return fail(explainStrangeBody(watch));
	const isDone = body.Code === 'OK' && doubtAbout(body as IDataObject, watch) === '';
	if (isDone) return { ok: true, value: body as IDataObject };
	// What is said of a failure may quote any part of the body.
	return fail(explainRefusal(plain(answer, redact.words) as IDataObject, watch));
}
