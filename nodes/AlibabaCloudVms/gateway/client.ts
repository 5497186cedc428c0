import type RpcClient from '@alicloud/pop-core/lib/rpc.js';
import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { lineTo } from './agent';
import { explainAnswer, provesDone } from './answers';
import { saysDone } from './anyCall';
import type { Limits } from './bounds';
import { createBounds } from './bounds';
import { explainBreak } from './breaks';
import type { Connection } from './connection';
import type { Egress } from './egress';
import type { Result } from './failure';
import { fail } from './failure';
import { isLong, signedForm } from './form';
import type { Keys } from './keys/keys';
import { plain } from './plain';
import { dataRedactor, mayHoldKey, redactor } from './redact';
import { readAllTheSame } from './unreadable';
import { watched, type Watch } from './watch';

export const API_VERSION = '2017-05-25';

export interface SendOptions {
	/** Whether it goes on when the execution is stopped: what must not be left half done. */
	evenIfStopped?: boolean;
	/** Whether somebody names action and parameters himself: what is to be changed after a refusal is his call. */
	isCustom?: boolean;
	/** Whether other products answer too: many have no Code where all went well, and a Result of their own. */
	isAnyProduct?: boolean;
	/** Told when all of a request was handed to the network, and the answer is all that is waited for. */
	underWay?(): void;
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
	/** Takes the keys that were used so far out of a text that came from outside, and signatures. */
	redact(text: string): string;
	/** Takes these keys out of a text that is somebody's own, where they cannot be in it by chance. */
	redactData(text: string): string;
}

/** Signs requests with some keys, and takes those out of what comes back. */
interface Signer {
	keys: Keys;
	rpc: RpcClient;
	/** Out of whatever is said of an answer. */
	words(text: string): string;
	/** Out of what a task holds. */
	data(text: string): string;
}

/** Signers for keys: the one before, as long as they are the same. */
async function signers(endpoint: string, apiVersion: string) {
	const { default: Client } = await import('@alicloud/pop-core/lib/rpc.js');
	let last: Signer | undefined;
	/** The newest first. */
	const used: Signer[] = [];
	/** For every text of an answer and of an output: a closure for each would cost more than the look. */
	const through = (part: 'words' | 'data') => (text: string) => {
		let clean = text;
		for (const signer of used) clean = signer[part](clean);
		return clean;
	};
	const signerFor = (keys: Keys): Signer => {
		if (last?.keys === keys) return last;
		const rpc = new Client({ ...keys, endpoint, apiVersion });
		// Every Code is good to pop-core, and judged here: the error it makes of one fails by itself where Code
		// or Message is no text, and takes the body with it.
		Object.assign(rpc, { codes: { has: () => true } });
		last = { keys, rpc, words: redactor(keys), data: dataRedactor(keys) };
		used.unshift(last);
		return last;
	};
	const search = through('data');
	return {
		signerFor,
		redact: through('words'),
		// Most texts of an output are short.
		redactData: (text: string) => (mayHoldKey(text) ? search(text) : text),
	};
}

/** One client per execution, so that the key lives no longer; the connections are shared. */
export async function createClient(
	connection: Connection,
	limits: Limits,
	egress?: Egress,
): Promise<Result<Client>> {
	const line = await lineTo(connection.endpoint, egress);
	if (!line.ok) return line;
	const { agent, proxyVariable } = line.value;
	const { endpoint, keys, apiVersion = API_VERSION } = connection;
	const first = await keys.current();
	if (!first.ok) return first;
	// What another product is called, its endpoint does not say.
	const product = connection.apiVersion === undefined ? undefined : '';
	const { signerFor, redact, redactData } = await signers(endpoint, apiVersion);
	signerFor(first.value);
	const { timeoutMs } = limits;
	const stoppable = createBounds(limits);
	const unstoppable = createBounds({ timeoutMs });

	const send: Client['send'] = async (action, params, options = {}) => {
		const { evenIfStopped = false, isCustom = false, isAnyProduct = false, underWay } = options;
		const current = await keys.current();
		if (!current.ok) return current;
		const { rpc, words, data } = signerFor(current.value);
		const watch: Watch = { sent: false, redact: words, product, isCustom, isAnyProduct, underWay };
		// pop-core's own nonces are counted, and two processes of one machine may come to the same.
		const signed = { ...params, SignatureNonce: randomUUID() };
		let stop: ((reason: unknown) => void) | undefined;
		const form = isLong(params)
			? await signedForm(action, apiVersion, signed, current.value)
			: undefined;
		const { agent: ownAgent, giveUp } = watched(agent, watch, (error) => stop?.(error), form);
		const request = {
			// Anything but POST would put the signed URL into pop-core's errors.
			method: 'POST',
			// Names have their capital letter already.
			formatParams: false,
			timeout: timeoutMs,
			agent: ownAgent,
		};
		let answer: unknown;
		let body: unknown;
		try {
			const bounded = evenIfStopped ? unstoppable : stoppable;
			answer = await bounded({
				start: async (given) => {
					stop = given;
					// It reads the answer; what it signs is not sent where that would take long.
					return await rpc.request(action, form ? {} : signed, request).catch(readAllTheSame);
				},
				giveUp,
			});
			answer = watch.answer ?? answer;
			// Before the connection is free again, the next request would open another.
			if (!watch.isFree) await breathe();
			// Other products keep what is their owner's anywhere.
			body = plain(answer, isAnyProduct ? data : words, { Data: data });
		} catch (error) {
			const cancelled = !evenIfStopped && (limits.cancelled?.aborted ?? false);
			return fail(explainBreak(error, { ...watch, endpoint, proxyVariable, timeoutMs, cancelled }));
		}
		const isDone = isAnyProduct ? saysDone : provesDone;
		if (isDone(body, watch)) return { ok: true, value: body };
		// What is said of a failure may quote any part of the body.
		return fail(explainAnswer(plain(answer, words), watch));
	};
	return { ok: true, value: { send, redact, redactData } };
}
