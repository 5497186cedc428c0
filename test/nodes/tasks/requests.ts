import { newTask, TEST_KEYS, type Emulator } from '../../../emulator';
import { openPace } from '../../../nodes/AlibabaCloudVms/sending/accounts';
import { createSender } from '../../../nodes/AlibabaCloudVms/sending/send';
import { createClient } from '../../../nodes/AlibabaCloudVms/gateway/client';
import { readConnection } from '../../../nodes/AlibabaCloudVms/gateway/connection';
import { credentialOf } from '../../support/bench';

export const ENTERPRISE = '7000002';

export const ids = (count: number) => Array.from({ length: count }, (_none, index) => index + 1);

/** So many tasks of the enterprise, from 1 on, predictive and automatic by turns. */
export function fill(emulator: Emulator, count: number): void {
	for (const id of ids(count)) {
		const [Id, Type, Name] = [String(id), String(1 + (id % 2)), `No. ${id}`];
		emulator.store.put(newTask({ EnterpriseId: ENTERPRISE, Id, Type, Name, AgentGroup: '6' }));
	}
}

/** What an execution sends by, without the execution. */
export async function senderTo(
	{ url }: Emulator,
	{ attempts = 1, signal }: { attempts?: number; signal?: AbortSignal } = {},
) {
	const connection = readConnection({ ...credentialOf(TEST_KEYS.active), endpoint: url });
	if (!connection.ok) throw new Error(connection.failure.message);
	const client = await createClient(connection.value, { timeoutMs: 5000, cancelled: signal });
	if (!client.ok) throw new Error(client.failure.message);
	const limits = {
		concurrentRequests: 0,
		requestsPerSecond: 0,
		longestWait: 0.05,
		waitForTheGateway: 0,
		maximumAttempts: attempts,
	};
	return createSender({
		client: client.value,
		pace: openPace(connection.value, limits).pace,
		limits,
		cancelled: signal,
	}).send;
}

/** How many requests read a task, and how many a page of a list. */
export function asked({ requests }: Emulator) {
	const count = (name: string) => requests.filter(({ action }) => action === name).length;
	return { singly: count('CloudGetTask'), pages: count('CloudQueryTask') };
}
