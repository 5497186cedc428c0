import { isRecord } from '../guards';
import { defectOf } from './defect';
import type { Result } from './failure';
import { fail, STOPPED } from './failure';

/** The result of work that has to be reported whatever happens, also where the execution is stopped before it. */
export async function settled<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
	try {
		return await work();
	} catch (error) {
		const isStopped = isRecord(error) && error.name === 'AbortError';
		return fail(isStopped ? STOPPED : defectOf(error));
	}
}
