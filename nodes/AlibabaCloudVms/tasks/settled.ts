import type { Result } from '../transport/failure';
import { fail } from '../transport/failure';

/** The result of work that has to be reported whatever happens: an exception means that the execution was stopped. */
export async function settled<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
	try {
		return await work();
	} catch (error) {
		return fail({
			kind: 'cancelled',
			message: 'The execution was stopped',
			description: error instanceof Error && error.name !== 'AbortError' ? error.message : '',
		});
	}
}
