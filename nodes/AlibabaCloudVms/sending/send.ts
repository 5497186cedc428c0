import type { IDataObject } from 'n8n-workflow';
import type { ApiAction } from '../gateway/actions';
import type { Client, SendOptions } from '../gateway/client';
import { fail, type Result } from '../gateway/failure';
import { attempt, type Turns } from './attempts';
import type { Pace } from './pace';

export interface CallOptions extends SendOptions, Turns {}

/**
 * Sends one call at the pace of the execution, again where that is safe. Rejects if the execution is
 * stopped before the first attempt.
 */
export type Send = (
	action: ApiAction,
	/** As they are when the turn to send has come. */
	params: Record<string, string> | (() => Record<string, string>),
	options?: CallOptions,
) => Promise<Result<IDataObject>>;

interface Sender {
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
		async send({ name, repeatable, isRead }, params, callOptions = {}) {
			const { evenIfStopped, isCustom, isAnyProduct, underWay, ...turns } = callOptions;
			const paramsNow = typeof params === 'function' ? params : () => params;
			const send = async () =>
				await client.send(name, paramsNow(), { evenIfStopped, isCustom, isAnyProduct, underWay });
			const { result, attempts } = await attempt(send, {
				most: limits.maximumAttempts,
				longestWaitMs: limits.longestWait * 1000,
				repeatable,
				pace,
				cancelled: evenIfStopped ? undefined : cancelled,
				...turns,
			});
			retries += Math.max(0, attempts - 1);
			// Whatever became of it, a read has changed nothing.
			return result.ok || !isRead ? result : fail({ ...result.failure, fate: undefined });
		},
	};
}
