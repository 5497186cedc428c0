import type { IExecuteFunctions } from 'n8n-workflow';
import { Pace } from '../bulk/pace';
import { createCollector } from '../pipeline/collect';
import { createClient } from '../transport/client';
import { readConnection } from '../transport/connection';
import type { Result } from '../transport/failure';
import { fail } from '../transport/failure';
import type { Session } from './action';
import { checkOptions, createOptionsReader } from './options';

/** What all items of an execution share; key and limits are taken from the first one. */
export async function openSession(
	context: IExecuteFunctions,
	cancelled: AbortSignal | undefined,
): Promise<Result<Session>> {
	const credential = await context.getCredentials('alibabaCloudAccessKeyApi');
	const connection = readConnection(credential);
	if (!connection.ok) return connection;
	const optionsOf = createOptionsReader(context);
	const options = optionsOf(0);
	const issues = checkOptions(options);
	if (issues.length > 0) {
		return fail({ kind: 'input', message: issues.join('. '), description: 'Nothing was sent.' });
	}
	const timeoutMs = options.timeout * 1000;
	const client = await createClient(connection.value, { timeoutMs, cancelled });
	if (!client.ok) return client;
	return {
		ok: true,
		value: {
			client: client.value,
			collect: createCollector(context),
			enterpriseId: String(credential.enterpriseId ?? '').trim(),
			optionsOf,
			pace: new Pace(options),
		},
	};
}
