import type { IncomingHttpHeaders, RequestListener } from 'node:http';

/** One request for a recording, whatever became of it. */
export interface Download {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	status: number;
}

const SAMPLES_A_SECOND = 8000;
const HEADER_BYTES = 44;

/** A second of silence, as a WAV file of telephone quality. */
function silence(): Buffer {
	const data = Buffer.alloc(HEADER_BYTES + SAMPLES_A_SECOND * 2);
	data.write('RIFF', 0);
	data.writeUInt32LE(data.length - 8, 4);
	data.write('WAVEfmt ', 8);
	data.writeUInt32LE(16, 16);
	data.writeUInt16LE(1, 20);
	data.writeUInt16LE(1, 22);
	data.writeUInt32LE(SAMPLES_A_SECOND, 24);
	data.writeUInt32LE(SAMPLES_A_SECOND * 2, 28);
	data.writeUInt16LE(2, 32);
	data.writeUInt16LE(16, 34);
	data.write('data', 36);
	data.writeUInt32LE(data.length - HEADER_BYTES, 40);
	return data;
}

/** A frame that says nothing, behind the mark by which players know the format. */
const mp3 = (): Buffer => Buffer.concat([Buffer.from('ID3'), Buffer.alloc(2048)]);

/** The store of recordings: whoever has a signed address gets the audio, without a key. */
export function serveRecordings(downloads: Download[]): RequestListener {
	return ({ method = '', url = '', headers }, response) => {
		const { pathname, searchParams } = new URL(url, 'http://recordings');
		const isSigned = searchParams.has('X-Amz-Signature');
		const status = isSigned ? 200 : 403;
		downloads.push({ method, url, headers, status });
		if (!isSigned) {
			response.writeHead(status, { 'content-type': 'application/xml' }).end('<Error/>');
			return;
		}
		const isWav = pathname.endsWith('.wav');
		const audio = isWav ? silence() : mp3();
		response
			.writeHead(status, {
				'content-type': isWav ? 'audio/wav' : 'audio/mpeg',
				'content-length': audio.length,
			})
			.end(audio);
	};
}
