import RpcClient from '@alicloud/pop-core/lib/rpc';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodedLength, isLong, signedForm } from '../../../nodes/AlibabaCloudVms/gateway/form';
import { TEST_KEYS } from '../../../emulator';
import { percentEncode } from '../../../emulator/gateway/encoding';
import { TASK, useBench } from '../../support/bench';

const VERSION = '2017-05-25';
const { accessKeyId, accessKeySecret } = TEST_KEYS.active;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
};

/** What pop-core sends for these parameters. */
async function sentByPopCore(
	params: Record<string, string>,
	keys: ConstructorParameters<typeof RpcClient>[0] | object = {},
): Promise<string> {
	let body = '';
	const server = createServer((request, response) => {
		void bodyOf(request).then((text) => {
			body = text;
			response.end('{"Code":"OK"}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const endpoint = `http://127.0.0.1:${port}`;
	const client = new RpcClient({
		accessKeyId,
		accessKeySecret,
		...keys,
		endpoint,
		apiVersion: VERSION,
	});
	await client.request('CloudImportTaskTel', params, { method: 'POST', formatParams: false });
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	return body;
}

/** Pseudo-random texts of whatever characters, the same in each run. */
function textsOf(seed: number): (length: number) => string {
	let state = seed;
	const next = () => (state = (state * 48271) % 2147483647);
	const signs = [...'aZ09-_.~!\'()*&=%+ "{}[]:,/\n中文号码😀👍é'];
	return (length) => Array.from({ length }, () => signs[next() % signs.length] ?? '').join('');
}

const FIXED = { SignatureNonce: 'nonce-1', Timestamp: '2026-11-26T00:00:00Z' };

test.each([1, 2, 3, 4])('is byte for byte what pop-core sends (%d)', async (seed) => {
	const text = textsOf(seed);
	const params = {
		...FIXED,
		EnterpriseId: '7000002',
		Name: text(50),
		TaskTelList: text(70_000 + seed),
		Short: '',
		[`Long${text(40_000)}`]: 'x',
	};
	const own = (
		await signedForm('CloudImportTaskTel', VERSION, params, { accessKeyId, accessKeySecret })
	).toString();
	expect(own === (await sentByPopCore(params))).toBe(true);
});

test('and with a security token', async () => {
	const params = { ...FIXED, TaskTelList: 'x' };
	const keys = { accessKeyId, accessKeySecret, securityToken: 'token/+=' };
	const own = await signedForm('CloudImportTaskTel', VERSION, params, keys);
	expect(own.toString()).toBe(await sentByPopCore(params, keys));
});

test('has no place for half a character, whose bytes nobody knows', async () => {
	const params = { ...FIXED, TaskTelList: `x${'😀'.charAt(0)}` };
	const signing = signedForm('CloudImportTaskTel', VERSION, params, {
		accessKeyId,
		accessKeySecret,
	});
	await expect(signing).rejects.toThrow(URIError);
	expect(() => encodeURIComponent(params.TaskTelList)).toThrow(URIError);
});

test('its length is known beforehand', () => {
	const text = textsOf(5)(2000);
	expect(encodedLength(text)).toBe(percentEncode(text).length);
});

test('is for what is long', () => {
	expect(isLong({ a: 'x'.repeat(100_001) })).toBe(true);
	expect(isLong({ a: 'x'.repeat(100_000), b: 'x' })).toBe(false);
});

describe('a long call', () => {
	const bench = useBench();
	const items = Array.from({ length: 6000 }, (_none, index) => ({
		tel: String(13800000000 + index),
	}));

	test('is taken by the gateway, which checks the signature, and read as any other', async () => {
		const { output } = await bench.run(
			{ operation: 'importNumbers', taskId: TASK.taskId, batchName: '批次 (1)!' },
			{ items },
		);
		expect(bench.emulator.requests.map(({ code }) => code)).toEqual(['OK']);
		expect(bench.sent[0]?.TaskTelList?.length).toBeGreaterThan(100_000);
		expect(output.at(-1)?.json).toMatchObject({ Position: 6000, ImportTotal: 6000 });
	});

	test('is refused and given up as any other', async () => {
		const parameters = { operation: 'importNumbers', taskId: '999', batchName: 'x' };
		const refused = await bench.failure(parameters, { items });
		expect(refused.message).toBe('Task 999, item 0: Call center 7000002 has no task 999');
		bench.emulator.failNext('hang');
		const late = await bench.failure(
			{ ...parameters, batch: { isRepeat: 0 }, options: { timeout: 1, longestWait: 0 } },
			{ items },
		);
		expect(late.message).toMatch(/\b1 s\b/);
	});
});
