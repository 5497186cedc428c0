import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { downloader } from '../../../nodes/AlibabaCloudVms/execution/download';

test('a disk that is full is not taken for a line that broke', async () => {
	let asked = 0;
	const host = createServer((_request, response) => {
		asked++;
		response.writeHead(200, { 'content-type': 'audio/mpeg' }).end('sound');
	});
	await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
	const full = {
		async prepareBinaryData(body: Buffer | Readable): Promise<never> {
			for await (const chunk of body) expect(chunk).toBeDefined();
			throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
		},
	};
	const download = downloader(
		{ helpers: full },
		{ endpoint: url, timeoutMs: 2000 },
		{ most: 3, longestWaitMs: 1 },
	);
	const kept = await download(`${url}/a?X-Amz-Signature=1`, 'a.mp3', 'audio/mpeg');
	expect(kept).toEqual({
		ok: false,
		failure: expect.objectContaining({
			message: 'This n8n could not keep the recording (ENOSPC)',
			description: expect.stringContaining('N8N_DEFAULT_BINARY_DATA_MODE'),
		}),
	});
	expect(asked).toBe(1);
	host.closeAllConnections();
	await new Promise((resolve) => host.close(resolve));
});
