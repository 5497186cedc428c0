import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../gateway/reply';

export interface DeliverySettings {
	/** Pause between the bytes of a slow answer. */
	dripMs: number;
}

/** Ways to put a reply on the wire, whole or spoiled. */
export type Deliver = (
	response: ServerResponse,
	reply: Reply,
	settings: DeliverySettings,
) => void | Promise<void>;

export const deliverWhole: Deliver = (response, { status, headers, body }) => {
	response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
	response.end(body);
};

/** Closes the connection without a byte. */
export const dropConnection: Deliver = (response) => {
	response.destroy();
};

/** Never answers; the connection stays open. */
export const keepSilent: Deliver = () => {};

/** Promises the whole body, sends half of it and closes. */
export const deliverHalf: Deliver = (response, { status, headers, body }) => {
	const bytes = Buffer.from(body);
	response.writeHead(status, { ...headers, 'content-length': bytes.length });
	response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.end());
};

/** Sends the body byte by byte: no single read takes long, the whole does. */
export const deliverSlowly: Deliver = async (response, { status, headers, body }, settings) => {
	const bytes = Buffer.from(body);
	response.writeHead(status, { ...headers, 'content-length': bytes.length });
	for (const byte of bytes) {
		if (response.destroyed) return;
		response.write(Buffer.of(byte));
		await sleep(settings.dripMs, undefined, { ref: false });
	}
	response.end();
};
