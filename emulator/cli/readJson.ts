import { readFileSync } from 'node:fs';

/** A value read from outside, or a sentence saying why not. */
export type Read<T> = { value: T } | { refused: string };

export function readJsonFile(path: string): Read<unknown> {
	try {
		return { value: JSON.parse(readFileSync(path, 'utf8')) };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { refused: `The file ${path} cannot be read: ${reason}.` };
	}
}
