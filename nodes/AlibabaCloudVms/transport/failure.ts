/**
 * Why an item was not updated, in words for the user. Nothing secret is ever in it.
 * `kind` says who can help: the item's values, the gateway, the line, or nobody (the run was stopped).
 */
export interface Failure {
	kind: 'input' | 'gateway' | 'connection' | 'cancelled';
	/** What happened. */
	message: string;
	/** What to change. */
	description: string;
	/** The gateway's Code. */
	code?: string;
	requestId?: string;
	httpStatus?: number;
	/**
	 * Whether sending again may help: `always` where nothing was done the first time, `ifRepeatable` where
	 * that is not sure. Absent: it would fail again.
	 */
	retry?: 'always' | 'ifRepeatable';
	/** Whether an attempt that was given up, or one before the last, may have been carried out. */
	isUnsure?: boolean;
	/** Whether a task that was running stands still now and could not be started again. */
	isLeftPaused?: boolean;
	/** Whether the gateway refused for its load. */
	isThrottled?: boolean;
	/** How long the gateway wants to be left alone, in milliseconds. */
	retryAfterMs?: number;
}

/** Said of a failure whose last attempt does not tell what became of those before it. */
export const EARLIER_MAY_BE_APPLIED =
	'That is about the last attempt; an earlier one may have been applied: read the task back before you repeat it.';

/** Whether the call may have been carried out all the same. */
export const mayBeApplied = ({ retry, isUnsure }: Failure): boolean =>
	retry === 'ifRepeatable' || isUnsure === true;

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const fail = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });
