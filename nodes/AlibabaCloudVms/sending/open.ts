import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { createClient } from '../gateway/client';
import { readConnection } from '../gateway/connection';
import type { Egress } from '../gateway/egress';
import type { Result } from '../gateway/failure';
import { accountOf, openPace } from './accounts';
import type { HoldListener, Pace, PaceOptions } from './pace';
import { createSender, type Send } from './send';

/** How requests are sent; times in seconds. */
export interface Limits extends PaceOptions {
	timeout: number;
	maximumAttempts: number;
}

/** A way to the service, with a key. */
export interface Sending {
	send: Send;
	pace: Pace;
	/** The key and where it counts: a name for use in this process only. */
	account: string;
	/** Where it sends to: an origin without a trailing slash. */
	endpoint: string;
	/** Requests so far beyond the first of their call. */
	retries(): number;
	/** Takes the key, and signatures, out of a text that came from outside. */
	redact(text: string): string;
	/** Takes the key out of a text that is somebody's own. */
	redactData(text: string): string;
	/** Called when nothing is sent any more. */
	leave(): void;
}

/** Another product than the service, at an endpoint that was read. */
export interface Target {
	endpoint: string;
	apiVersion: string;
}

/** What n8n has to say about it. */
interface Surroundings {
	egress?: Egress;
	cancelled?: AbortSignal;
	listener?: HoldListener;
}

/** A credential in, a way to send out. */
export async function openSending(
	credential: ICredentialDataDecryptedObject,
	limits: Limits,
	{ egress, cancelled, listener }: Surroundings,
	target?: Target,
): Promise<Result<Sending>> {
	const own = readConnection(credential);
	if (!own.ok) return own;
	const connection = { value: { ...own.value, ...target } };
	const timeoutMs = limits.timeout * 1000;
	const client = await createClient(connection.value, { timeoutMs, cancelled }, egress);
	if (!client.ok) return client;
	// The last that may fail: what is opened here is left by whoever gets it.
	const { pace, leave } = openPace(connection.value, limits, listener);
	const { send, retries } = createSender({ client: client.value, pace, limits, cancelled });
	return {
		ok: true,
		value: {
			send,
			pace,
			retries,
			leave,
			account: accountOf(connection.value),
			endpoint: connection.value.endpoint,
			redact: client.value.redact,
			redactData: client.value.redactData,
		},
	};
}
