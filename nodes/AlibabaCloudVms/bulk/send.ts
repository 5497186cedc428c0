import type { IDataObject } from 'n8n-workflow';
import type { ApiAction } from '../transport/api';
import type { Client, SendOptions } from '../transport/client';
import { fail, type Result } from '../transport/failure';
import { attempt } from './attempts';
import type { Pace } from './pace';

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
	pace: Pace;
	limits: { maximumAttempts: number; longestWait: number };
	cancelled?: AbortSignal;
}

export function createSender(options: SenderOptions): Sender {
	const { client, pace, limits, cancelled } = options;
	let retries = 0;
	return {
		retries: () => retries,
		async send({ name, repeatable, isRead }, params, sendOptions = {}) {
			const send = async () => await client.send(name, params, sendOptions);
			const { result, attempts } = await attempt(send, {
				most: limits.maximumAttempts,
				longestWaitMs: limits.longestWait * 1000,
				repeatable,
				pace,
				cancelled: sendOptions.evenIfStopped ? undefined : cancelled,
			});
			retries += attempts - 1;
			// Whatever became of it, a read has changed nothing.
			return result.ok || !isRead ? result : fail({ ...result.failure, fate: undefined });
		},
	};
}
