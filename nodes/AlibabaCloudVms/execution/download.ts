import type { IExecuteFunctions } from 'n8n-workflow';
import { openDownload, type DownloadOptions } from '../gateway/download';
import { fail } from '../gateway/failure';
import type { Execution } from '../operations/operation';
import type { Sending } from '../operations/options';

/** What hosts call a file of which they know nothing. */
const NOTHING_SAID = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** Keeps files as n8n keeps binary data: as they come, where it keeps them on a disk or in a store. */
export const downloader =
	(context: IExecuteFunctions, options: DownloadOptions): Execution<Sending>['download'] =>
	async (address, fileName, fallbackType) => {
		const opened = await openDownload(address, options);
		if (!opened.ok) return opened;
		const { body, contentType, explain } = opened.value;
		const type = NOTHING_SAID.has(contentType) ? fallbackType : contentType;
		try {
			const value = await context.helpers.prepareBinaryData(body, fileName, type);
			return { ok: true, value };
		} catch (error) {
			body.destroy();
			return fail(explain(error));
		}
	};
