import type { Counted } from './countdown';
import { TEST_KEYS, type AccessKey } from './keys';
import type { Fault, FaultShare } from './server/faults';

/** How a key without permission is told so; the vendor documents all three. */
export type PermissionCode = 'Forbidden.RAM' | 'NoPermission' | 'isp.RAM_PERMISSION_DENY';

export interface Throttle extends Counted {
	/** e.g. "Throttling", "Throttling.User", "Throttling.Api" */
	code: string;
	/** 400 is documented; product-level flow control may arrive in HTTP 200. */
	httpStatus: number;
	/** Absent: the gateway's usual words. */
	message?: string;
	/** Sent as header x-acs-retry-after when set. */
	retryAfterMs?: number;
	/** Sent as the standard's header Retry-After when set: seconds, or a date. */
	retryAfter?: string;
}

export interface RateLimit {
	/** Tokens added per second; at most as many are kept. */
	perSecond: number;
	/** Sent as header x-acs-retry-after when set. */
	retryAfterMs?: number;
}

export interface Answer {
	status: number;
	headers?: Record<string, string>;
	body: string;
}

export interface ForcedRefusal extends Counted {
	code: string;
	httpStatus: number;
	message: string;
	/** Only requests of this action are refused, e.g. "CloudStartTask"; absent: of any. */
	action?: string;
}

/** An answer that takes the place of the action's. */
export type ForcedAnswer = Answer & Counted;

/** A Data.Result in an answer with Code OK. */
export interface ForcedResult extends Counted {
	/** 0 leaves the action to itself; with any other number it is not done. */
	result: number;
}

/** What the vendor leaves open, and what a test wants to happen. Read again at every request. */
export interface Settings {
	keys: AccessKey[];
	/** HTTP methods accepted. */
	methods: string[];
	/** Whether SignatureDoesNotMatch tells the string to sign the server built. */
	signatureDetail: boolean;
	/** A code refuses every key with it; false refuses, with NoPermission, what `keys` forbid. */
	permissionDenied: false | PermissionCode;
	throttle: Throttle | null;
	rateLimit: RateLimit | null;
	/** Wait before processing. */
	latencyMs: number | { min: number; max: number };
	allowUpdateWhileRunning: boolean;
	allowUpdateAfterEnd: boolean;
	/** What an empty text in an update does. */
	emptyValue: 'clear' | 'ignore' | 'refuse';
	/** What a retry strategy without rounds does: `{"retry":0,"strategy":[]}`. */
	noRounds: 'clear' | 'refuse';
	/** Where a conditionally required value may come from: the request only, or the task too. */
	requiredFrom: 'task' | 'request';
	/** What a parameter that is only for predictive tasks does to an automatic one. */
	predictiveOnly: 'store' | 'ignore' | 'refuse';
	/** How CloudQueryTask compares Name. */
	nameFilter: 'contains' | 'exact';
	/** Who refuses a request that lacks what its action cannot do without. */
	missingRefusedBy: 'gateway' | 'backend';
	/** Form of a refusal by the action itself, as opposed to one by the gateway. */
	businessRefusal: { httpStatus: number; code: string };
	/** An action that passes the gateway's checks is refused so; nothing is applied. */
	forceRefusal: ForcedRefusal | null;
	/** CloudUpdateTask answers Code OK with Data {Result: n}; applied only if n is 0. */
	updateResult: number | null;
	/** Parameters that CloudUpdateTask checks and accepts, and then silently does not store. */
	untakenParameters: string[];
	/** What CloudStartTask answers for a task it finds. */
	startResult: ForcedResult | null;
	/** What CloudPauseTask answers for a task it finds. */
	pauseResult: ForcedResult | null;
	/** How long after a pause the task still looks running, to readers and to updates. */
	pauseTakesMs: number;
	/** Whether the reading actions sort the elements of lists with commas. */
	reorderLists: boolean;
	/** What the reading actions show for these fields, whatever is stored. */
	shownAs: Record<string, string>;
	/** Whether CloudQueryTask gives its first page whatever Start says. */
	ignoreStart: boolean;
	/** Sent as it is instead of running the action, after the gateway's checks. */
	answer: ForcedAnswer | null;
	/** Happens to every request that `failNext` does not already spoil. */
	fault: Fault | null;
	/** Share of requests `fault` happens to, 0 to 1. */
	faultProbability: number;
	/** A mix of faults for the requests that `fault` spares. */
	faults: FaultShare[];
	/** The same number brings the same faults in the same order of requests; null leaves it to chance. */
	randomSeed: number | null;
	/** Pause between the bytes of a slow answer. */
	dripMs: number;
}

/** Fresh copies, so that one emulator's changes do not reach another. */
export function defaultSettings(): Settings {
	return {
		keys: structuredClone(Object.values(TEST_KEYS)),
		// The product documents POST; the RPC style in general allows GET.
		methods: ['POST', 'GET'],
		// Today's gateway adds the string; whether for every product is not documented.
		signatureDetail: true,
		permissionDenied: false,
		throttle: null,
		// No limit is published for the Cloud* actions.
		rateLimit: null,
		latencyMs: 0,
		// Not documented. Comparable products accept updates only before the start or while paused.
		allowUpdateWhileRunning: false,
		// Not documented; an ended task cannot start again, so a change would be lost.
		allowUpdateAfterEnd: false,
		// Not documented for this action; the vendor's analogous call takes '' as "clear".
		emptyValue: 'clear',
		// Not documented. A task without retries reads as {} or as an empty text.
		noRounds: 'clear',
		// Not documented; as absent parameters stay unchanged, the stored value counts.
		requiredFrom: 'task',
		// Documented is only that the value has no effect.
		predictiveOnly: 'store',
		// Not documented.
		nameFilter: 'contains',
		// Documented for the RPC style; the backend has words of its own for it.
		missingRefusedBy: 'gateway',
		// Not documented; the vendor's messaging products answer business refusals in HTTP 200.
		businessRefusal: { httpStatus: 200, code: 'isv.INVALID_PARAMETERS' },
		forceRefusal: null,
		updateResult: null,
		untakenParameters: [],
		startResult: null,
		pauseResult: null,
		// Calls in progress finish first; whether the status waits for them is not documented.
		pauseTakesMs: 0,
		// Not documented; a store that keeps sets would.
		reorderLists: false,
		// Not documented for most: how the service spells what it was sent.
		shownAs: {},
		ignoreStart: false,
		answer: null,
		fault: null,
		faultProbability: 1,
		faults: [],
		randomSeed: null,
		dripMs: 20,
	};
}
