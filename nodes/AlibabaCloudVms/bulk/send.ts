import type { IDataObject } from 'n8n-workflow';
import type { ApiAction } from '../transport/api';
import type { Client } from '../transport/client';
import { withoutFate } from '../transport/errors';
import { fail, type Result } from '../transport/failure';
import { attempt } from './attempts';
import type { Pace } from './pace';

export interface SendOptions {
	/** Whether it goes on when the execution is stopped: what must not be left half done. */
	evenIfStopped?: boolean;
}

/**
 * Sends one call at the pace of the execution, again where that is safe. Rejects if the execution is
 * stopped before the first attempt.
 */
export type Send = (
	action: ApiAction,
	params: Record<string, string>,
	options?: SendOptions,
) => Promise<Result<IDataObject>>;

export interface Sender {
	send: Send;
	/** Requests so far beyond the first of their call. */
	retries(): number;
}

interface SenderOptions {
	client: Client;
	/** The same without the signal that stops the execution. */
	unstoppable: Client;
	pace: Pace;
	limits: { maximumAttempts: number; longestWait: number };
	cancelled?: AbortSignal;
}

export function createSender(options: SenderOptions): Sender {
	const { client, unstoppable, pace, limits, cancelled } = options;
	let retries = 0;
	return {
		retries: () => retries,
		async send({ name, repeatable, isRead }, params, { evenIfStopped = false } = {}) {
			const one = evenIfStopped ? unstoppable : client;
			const { result, attempts } = await attempt(async () => await one.send(name, params), {
				most: limits.maximumAttempts,
				longestWaitMs: limits.longestWait * 1000,
				repeatable,
				pace,
				cancelled: evenIfStopped ? undefined : cancelled,
			});
			retries += attempts - 1;
			return result.ok || !isRead ? result : fail(withoutFate(result.failure));
		},
	};
}
