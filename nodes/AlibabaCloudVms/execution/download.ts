import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';
import { openDownload, type DownloadOptions } from '../gateway/download';
import { codeOf } from '../gateway/breaks';
import { fail, STOPPED, type Failure, type Result } from '../gateway/failure';
import type { Execution } from '../operations/operation';
import type { Sending } from '../operations/options';

/** What hosts call a file of which they know nothing. */
const NOTHING_SAID = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

const FIRST_WAIT_MS = 200;

/** What keeps files. */
interface Keeping {
	helpers: Pick<IExecuteFunctions['helpers'], 'prepareBinaryData'>;
}

function notKept(error: unknown): Failure {
	const code = codeOf(error);
	return {
		kind: 'connection',
		message: `This n8n could not keep the recording${code && ` (${code})`}`,
		description: 'Look at where it keeps binary data (N8N_DEFAULT_BINARY_DATA_MODE).',
	};
}

export interface Attempts {
	/** In all, 1 to ask once. */
	most: number;
	longestWaitMs: number;
}

/** Keeps files as n8n keeps binary data: as they come, where it keeps them on a disk or in a store. */
export function downloader(
	{ helpers }: Keeping,
	options: DownloadOptions,
	{ most, longestWaitMs }: Attempts,
): Execution<Sending>['download'] {
	type Arguments = Parameters<Execution<Sending>['download']>;

	const once = async (...[address, fileName, fallbackType]: Arguments) => {
		const opened = await openDownload(address, options);
		if (!opened.ok) return opened;
		const { body, contentType, explain } = opened.value;
		const type = NOTHING_SAID.has(contentType) ? fallbackType : contentType;
		try {
			const value = await helpers.prepareBinaryData(body, fileName, type);
			return { ok: true as const, value };
		} catch (error) {
			// Where the body is whole, it is n8n that could not keep it.
			const failure = body.errored ? explain(error) : notKept(error);
			body.destroy();
			return fail(failure);
		}
	};

	return async (...given): Promise<Result<IBinaryData>> => {
		for (let attempts = 1; ; attempts++) {
			const result = await once(...given);
			if (result.ok) return result;
			if (!result.failure.retry || attempts >= most) return fail({ ...result.failure, attempts });
			const pauseMs = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), longestWaitMs);
			const isStopped = await wait(pauseMs, false, { signal: options.cancelled }).catch(() => true);
			if (isStopped) return fail(STOPPED);
		}
	};
}
