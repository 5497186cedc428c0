import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';

/** Many times what the longest page of tasks takes; to parse it holds n8n up for a second at the worst. */
const MOST_MEGABYTES = 4;
const MOST_BYTES = MOST_MEGABYTES * 2 ** 20;

/** A body that is not read to its end. The message goes on after the name of who sent it. */
export class BodyError extends Error {}

/** One that is longer than what is read. */
export class LongBodyError extends BodyError {}

const tooLong = () =>
	new LongBodyError(`answered with more than ${MOST_MEGABYTES} MB, which was not read to its end`);

const notUnpackable = () =>
	new BodyError('answered with something that is packed and cannot be unpacked');

/** By content-encoding; undefined where nothing is packed, null where nobody knows how. */
function unpackerFor(encoding = ''): Transform | undefined | null {
	switch (encoding.trim().toLowerCase()) {
		case '':
		case 'identity':
			return undefined;
		case 'gzip':
		case 'x-gzip':
		case 'deflate':
			return createUnzip();
		case 'br':
			return createBrotliDecompress();
		default:
			return null;
	}
}

/** An error of the unpacker's; one that says that the end is missing stays as it is. */
const unpackingError = (error: NodeJS.ErrnoException): Error =>
	error.code === 'Z_BUF_ERROR' ? error : notUnpackable();

/**
 * Has the body of an answer unpacked on its way in, and no longer than a bound. pop-core reads whatever
 * comes, and where a packed body breaks it waits for its end for ever.
 * @param spoiled told what makes the body useless
 * @param read handed a whole body that is not empty; gives what pop-core reads in its place
 */
export function boundBody(
	response: IncomingMessage,
	spoiled: (error: Error) => void,
	read: (body: Buffer) => Buffer,
): void {
	// pop-core listens a moment after this, and would wait on for an answer that has come in whole.
	const spoil = (error: Error) =>
		setImmediate(() => {
			spoiled(error);
			response.destroy(error);
		});
	const passOn = response.push.bind(response);
	const chunks: Buffer[] = [];
	let length = 0;
	const bounded = (chunk: Buffer | null): boolean => {
		length += chunk?.length ?? 0;
		if (length > MOST_BYTES) {
			spoil(tooLong());
			return false;
		}
		if (chunk) return chunks.push(chunk) > 0;
		if (length > 0) passOn(read(Buffer.concat(chunks, length)));
		return passOn(null);
	};
	const unpacker = unpackerFor(response.headers['content-encoding']);
	if (unpacker === null) {
		response.push = () => true;
		spoil(notUnpackable());
		return;
	}
	if (unpacker === undefined) {
		response.push = bounded;
		return;
	}
	// It is unpacked from here on.
	delete response.headers['content-encoding'];
	unpacker
		.on('data', bounded)
		.on('end', () => bounded(null))
		.on('error', (error) => spoil(unpackingError(error)));
	response.on('close', () => unpacker.destroy());
	let packedLength = 0;
	response.push = (chunk: Buffer | null) => {
		packedLength += chunk?.length ?? 0;
		if (packedLength > MOST_BYTES) spoil(tooLong());
		else if (chunk !== null) unpacker.write(chunk);
		// Nothing at all is nothing to unpack.
		else if (packedLength > 0) unpacker.end();
		else passOn(null);
		return true;
	};
}
