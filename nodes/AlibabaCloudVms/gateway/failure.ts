import type { IDataObject } from 'n8n-workflow';

/**
 * What is known of a request that failed: it never left; it may have been carried out; this one was not,
 * but an attempt before it may have been; it surely was not.
 */
export type Fate = 'notSent' | 'open' | 'earlierOpen' | 'refused';

/**
 * Why an item failed: facts, and the two sentences that are its own. Nothing secret is ever in it.
 * `kind` says who can help: the item's values, the gateway, the line, nobody (the run was stopped), or
 * whoever maintains this node.
 */
export interface Failure {
	kind: 'input' | 'gateway' | 'connection' | 'cancelled' | 'defect';
	/** What happened. */
	message: string;
	/** What to change. */
	description: string;
	/** Absent where no request failed, and where one that changes nothing did. */
	fate?: Fate;
	/** Said behind all else. */
	note?: string;
	/** Of a defect: what was thrown, for the log. */
	thrown?: unknown;
	/** Everything wrong with an item, a sentence each; absent where there is one thing. */
	issues?: readonly string[];
	/** The sentences of a message that has several, and says no field is wrong. */
	sentences?: readonly string[];
	/** How many more things are wrong than there are issues, where one of them stands for several. */
	uncounted?: number;
	/** What the item has to know of its own columns, in sentences without the final period; said in the description already. */
	notes?: readonly string[];
	/** The task that it is about, as far as that can be read; '' for an ID that cannot. */
	task?: { enterpriseId: string; taskId: string };
	/** What the task is called; absent where it was not read. */
	taskName?: string;
	/** What was worth a second look before anything was sent, in sentences without the final period. */
	warnings?: readonly string[];
	/** What was to be changed, each with `field`, `label`, `from`, `to` and `words`; absent where that is not known. */
	changes?: ReadonlyArray<Readonly<Record<string, unknown>>>;
	/** The way back from a change that may have been made, under the keys of an output; absent where nobody wants it. */
	undo?: IDataObject;
	/**
	 * Of a change, where `fate` does not tell it: nothing proves whether it took, or part of it was made.
	 */
	became?: 'unknown' | 'incomplete';
	/** How often it was tried. */
	attempts?: number;
	/** The gateway's Code. */
	code?: string;
	requestId?: string;
	httpStatus?: number;
	/** An address of the vendor that explains it, where there is a request to look for. */
	help?: string;
	/** Whether the key lacks a permission that a grant would give it. */
	lacksGrant?: boolean;
	/** What the gateway says of a permission that is lacking, under its own names. */
	denial?: Readonly<Record<string, string>>;
	/** Whether sending again may help. */
	retry?: boolean;
	/**
	 * Where somebody has to act at once: what is said of other items that failed so, without the colon
	 * before their numbers.
	 */
	alarm?: string;
	/** Whether the answer is longer than what is read of one. */
	isTooLong?: boolean;
	/** Whether the gateway refused for its load. */
	isThrottled?: boolean;
	/** Whether the service judged what was asked of it, which proves that it had room for the call. */
	isJudged?: boolean;
	/** How long the gateway wants to be left alone, in milliseconds. */
	retryAfterMs?: number;
}

/** Whether the call may have been carried out all the same. */
export const mayBeApplied = ({ fate }: Failure): boolean =>
	fate === 'open' || fate === 'earlierOpen';

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const fail = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });

/** A result; a failure that does not say which task it is about says so. */
export const about = <T>(task: Failure['task'], result: Result<T>): Result<T> =>
	result.ok || !task ? result : fail({ task, ...result.failure });

/** Of what ends with its execution. */
export const STOPPED: Failure = {
	kind: 'cancelled',
	message: 'The execution was stopped',
	description: '',
};

/** What a failure says happened, a sentence each without the final period. */
export const sentencesOf = ({
	message,
	issues,
	sentences = [message],
}: Failure): readonly string[] => issues ?? sentences;

/** The headline of a failure: where several things are wrong with an item, how many. */
export const headlineOf = ({ message, issues = [message], uncounted = 0 }: Failure): string =>
	issues.length > 1 ? `${issues.length + uncounted} fields are wrong` : message;

/**
 * An item that is wrong by its own values.
 * @param issues everything wrong with it, a sentence each without the final period
 */
export const failWrong = (
	issues: readonly string[],
	description: string,
	more: Pick<Failure, 'task' | 'uncounted'> = {},
): { ok: false; failure: Failure } =>
	fail({
		kind: 'input',
		message: issues.join('. '),
		description,
		...(issues.length > 1 ? { issues } : {}),
		...more,
	});
