import type { IExecuteFunctions } from 'n8n-workflow';
import { Pace } from '../bulk/pace';
import { createCollector } from '../pipeline/collect';
import { createClient } from '../transport/client';
import { readConnection } from '../transport/connection';
import type { Result } from '../transport/failure';
import type { Session } from './action';
import { createOptionsReader, readLimits } from './options';

/** What all items of an execution share; key and limits are taken from the first one. */
export async function openSession(
	context: IExecuteFunctions,
	cancelled: AbortSignal | undefined,
): Promise<Result<Session>> {
	const credential = await context.getCredentials('alibabaCloudAccessKeyApi');
	const connection = readConnection(credential);
	if (!connection.ok) return connection;
	const limits = readLimits(context);
	if (!limits.ok) return limits;
	const timeoutMs = limits.value.timeout * 1000;
	const client = await createClient(connection.value, { timeoutMs, cancelled });
	if (!client.ok) return client;
	return {
		ok: true,
		value: {
			client: client.value,
			collect: createCollector(context),
			enterpriseId: String(credential.enterpriseId ?? '').trim(),
			limits: limits.value,
			optionsOf: createOptionsReader(context),
			pace: new Pace(limits.value),
		},
	};
}
