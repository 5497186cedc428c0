import { statfsSync } from 'node:fs';

const GB = 1e9;

/** Counts what is found in a text that comes bit by bit. */
export function counter(pattern: RegExp) {
	let found = 0;
	return {
		read: (text: string): void => {
			found += text.match(pattern)?.length ?? 0;
		},
		count: (): number => found,
	};
}

/**
 * How many bytes less the disk of a folder has than at the call: what an installation has written, without
 * a walk through its hundreds of thousands of files.
 */
export function spaceTaken(folder: string): () => number {
	const free = (): number => {
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize;
	};
	const before = free();
	return () => Math.max(0, before - free());
}

export const writing = (bytes: number): string =>
	`npm writes the packages, ${(bytes / GB).toFixed(2)} GB so far`;
