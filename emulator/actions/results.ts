import { takesTurn, type Counted } from '../countdown';
import type { ActionResult } from './action';

/** A Data.Result in an answer with Code OK. */
export interface ForcedResult extends Counted {
	/** 0 leaves the action to itself; with any other number it is not done. */
	result: number;
}

/** Data.Result of the actions that change a task's state: Code is OK either way. */
const resultOf = (Result: number): ActionResult => ({ data: { Result } });

export const DONE = resultOf(0);
export const NOT_DONE = resultOf(1);

/**
 * Counts `next` down.
 * @returns undefined when the action goes its own way
 */
export function forcedResult(forced: ForcedResult | null): ActionResult | undefined {
	if (!forced || !takesTurn(forced)) return undefined;
	return forced.result === 0 ? undefined : resultOf(forced.result);
}
