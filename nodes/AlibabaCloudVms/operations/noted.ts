import { fail, type Failure, type Result } from '../gateway/failure';

const ended = (sentence: string): string => (sentence.endsWith('?') ? sentence : `${sentence}.`);

const failed = (failure: Failure, notes: readonly string[]) =>
	fail(
		notes.length === 0
			? failure
			: {
					...failure,
					notes,
					description: [failure.description, ...notes.map(ended)].join(' ').trim(),
				},
	);

/**
 * What became of an item; what it has to know of its own columns belongs to its error too.
 * @param notes sentences without the final period
 */
export const noted = <T>(done: Result<T>, notes: readonly string[]): Result<T> =>
	done.ok ? done : failed(done.failure, notes);
