import type { IExecuteFunctions } from 'n8n-workflow';
import { createCollector } from '../pipeline/collect';
import { createClient } from '../transport/client';
import { readConnection } from '../transport/connection';
import type { Result } from '../transport/failure';
import { fail } from '../transport/failure';
import type { Session } from './action';
import { readOptions } from './options';

/** What all items of an execution share; key and time-out are taken from the first one. */
export async function openSession(
	context: IExecuteFunctions,
	cancelled: AbortSignal | undefined,
): Promise<Result<Session>> {
	const credential = await context.getCredentials('alibabaCloudAccessKeyApi');
	const connection = readConnection(credential);
	if (!connection.ok) return connection;
	const { timeout } = readOptions(context, 0);
	if (!(timeout >= 1 && timeout <= 600)) {
		return fail({
			kind: 'input',
			message: `'Timeout' is ${timeout}; give seconds from 1 to 600`,
			description: 'Nothing was sent.',
		});
	}
	const client = await createClient(connection.value, { timeoutMs: timeout * 1000, cancelled });
	if (!client.ok) return client;
	const enterpriseId = String(credential.enterpriseId ?? '').trim();
	const collect = createCollector(context);
	return { ok: true, value: { client: client.value, collect, enterpriseId } };
}
