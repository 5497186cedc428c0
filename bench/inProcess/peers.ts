import RpcClient from '@alicloud/pop-core/lib/rpc';
import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { DEFAULT_ENTERPRISE_ID, TEST_KEYS } from '../../emulator';
import { percentEncode } from '../../emulator/gateway/encoding';
import { signatureV1, stringToSignV1 } from '../../emulator/gateway/signatureV1';
import { listOf, TASK_ID } from '../numberSheet';
import { requestFor } from '../sheet';

const { accessKeyId, accessKeySecret } = TEST_KEYS.active;
const ACTION = 'CloudUpdateTask';
const VERSION = '2017-05-25';

/** Works through a list side by side, the next one as soon as one is done. */
async function sideBySide<T>(
	all: readonly T[],
	concurrency: number,
	work: (one: T) => Promise<unknown>,
): Promise<void> {
	const left = all.values();
	const worker = async () => {
		for (const one of left) await work(one);
	};
	await Promise.all(Array.from({ length: concurrency }, worker));
}

/** As a user of the client would do it: each row waits for itself. */
async function againWhileThrottled(waitMs: number, send: () => Promise<unknown>): Promise<void> {
	const isDone = await send().then(
		() => true,
		async (error: { code?: string }) =>
			error.code?.startsWith('Throttling') ? false : await Promise.reject(error),
	);
	if (isDone) return;
	await wait(waitMs);
	await againWhileThrottled(waitMs, send);
}

/** The official client without n8n: signs and sends, and again after a wait where it is throttled. */
export async function sendWithPopCore(
	endpoint: string,
	rows: readonly IDataObject[],
	concurrency: number,
	waitMs = 0,
): Promise<void> {
	const client = new RpcClient({ endpoint, accessKeyId, accessKeySecret, apiVersion: VERSION });
	const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
	const options = { method: 'POST', timeout: 30_000, agent };
	await sideBySide(rows, concurrency, async (row) => {
		await againWhileThrottled(waitMs, async () => client.request(ACTION, requestFor(row), options));
	}).finally(() => agent.destroy());
}

/** The rows as signed bodies. */
export function presign(rows: readonly IDataObject[]): string[] {
	const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
	return rows.map((row) => {
		const params = new Map(
			Object.entries({
				...requestFor(row),
				Action: ACTION,
				Version: VERSION,
				Format: 'JSON',
				AccessKeyId: accessKeyId,
				SignatureMethod: 'HMAC-SHA1',
				SignatureVersion: '1.0',
				SignatureNonce: randomUUID(),
				Timestamp: now,
			}),
		);
		params.set('Signature', signatureV1(stringToSignV1('POST', params), accessKeySecret));
		return [...params].map((pair) => pair.map(percentEncode).join('=')).join('&');
	});
}

/** A bare client: one POST a body on kept connections; the answers are parsed. */
export async function sendBare(
	endpoint: string,
	bodies: readonly string[],
	concurrency: number,
): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const post = async (body: string): Promise<unknown> =>
		await new Promise((resolve, reject) => {
			const sent = request(endpoint, { method: 'POST', agent, headers }, (response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => (text += chunk));
				response.on('end', () => resolve(JSON.parse(text)));
			});
			sent.on('error', reject);
			sent.end(body);
		});
	await sideBySide(bodies, concurrency, post).finally(() => agent.destroy());
}

/** The same for numbers: one batch of all rows. */
export async function importWithPopCore(
	endpoint: string,
	rows: readonly IDataObject[],
): Promise<void> {
	const client = new RpcClient({ endpoint, accessKeyId, accessKeySecret, apiVersion: VERSION });
	const agent = new Agent({ keepAlive: true });
	const params = {
		EnterpriseId: DEFAULT_ENTERPRISE_ID,
		TaskId: TASK_ID,
		Name: 'spring',
		TaskTelList: listOf(rows),
	};
	await client
		.request('CloudImportTaskTel', params, { method: 'POST', timeout: 30_000, agent })
		.finally(() => agent.destroy());
}
