import { refusal, throttled, type GatewayCode } from '../gateway/refusals';
import { gatewayHeaders, refusalReply, type Reply } from '../gateway/reply';
import { toJson } from '../json';
import { seededRandom } from '../random';
import {
	deliverHalf,
	deliverSlowly,
	deliverWhole,
	dropConnection,
	keepSilent,
	type Deliver,
} from './delivery';

/** What goes wrong around one request. */
interface FaultBehaviour {
	/** Whether the request is processed, and its change applied, all the same. */
	applies: boolean;
	/** The answer that takes the place of the gateway's. */
	reply?: (requestId: string, details: Omit<FaultDetails, 'kind'>) => Reply;
	/** How the answer is sent; absent: as it should be. */
	deliver?: Deliver;
	/** No byte of an answer leaves. */
	isSilent?: true;
}

const errorReply = (code: GatewayCode) => (requestId: string) =>
	refusalReply(refusal(code), requestId);

const plainReply = (status: number, body: string) => (requestId: string) => {
	return { status, headers: gatewayHeaders(requestId), body, code: '' };
};

/** A page of a proxy before the gateway: no JSON, no RequestId. */
const htmlReply = (): Reply => ({
	status: 502,
	headers: { 'content-type': 'text/html' },
	body: '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>',
	code: '',
});

const FAULTS = {
	dropBeforeApply: { applies: false, deliver: dropConnection, isSilent: true },
	dropAfterApply: { applies: true, deliver: dropConnection, isSilent: true },
	hang: { applies: false, deliver: keepSilent, isSilent: true },
	hangAfterApply: { applies: true, deliver: keepSilent, isSilent: true },
	notJson: { applies: false, reply: htmlReply },
	emptyBody: { applies: true, reply: plainReply(200, '') },
	truncated: { applies: true, deliver: deliverHalf },
	slowDrip: { applies: true, deliver: deliverSlowly },
	internalError: { applies: false, reply: errorReply('InternalError') },
	serviceUnavailable: { applies: false, reply: errorReply('ServiceUnavailable') },
	/** As if others had used up the account's limit. */
	throttled: {
		applies: false,
		reply: (requestId, { retryAfterMs }) =>
			refusalReply(throttled('Throttling.User', 400, retryAfterMs), requestId),
	},
	// A client that only looks for a Code takes this one for a success.
	noCode: { applies: false, reply: plainReply(500, toJson({ Message: 'internal error' })) },
} as const satisfies Record<string, FaultBehaviour>;

export type FaultKind = keyof typeof FAULTS;

export interface FaultDetails {
	kind: FaultKind;
	/** It happens to requests of this action only, e.g. "CloudStartTask"; absent: to any. */
	action?: string;
	/** Whether the request is processed all the same; each kind has its usual answer. */
	applies?: boolean;
	/** In place of the status the answer would have. */
	httpStatus?: number;
	/** Sent with `throttled` as header x-acs-retry-after. */
	retryAfterMs?: number;
}

export type Fault = FaultKind | FaultDetails;

/** A fault, and how many of all requests (of its action, if it names one) it happens to, 0 to 1. */
export type FaultShare = FaultDetails & { share: number };

export interface FaultSettings {
	/** Happens to every request that `failNext` does not already spoil. */
	fault: Fault | null;
	/** Share of requests `fault` happens to, 0 to 1. */
	faultProbability: number;
	/** A mix of faults for the requests that `fault` spares. */
	faults: FaultShare[];
	/** The same number brings the same faults in the same order of requests; null leaves it to chance. */
	randomSeed: number | null;
}

export const isFaultKind = (name: unknown): name is FaultKind =>
	typeof name === 'string' && Object.hasOwn(FAULTS, name);

/** @param action '' when the request names none */
function concerns(fault: Fault, action: string): boolean {
	return typeof fault === 'string' || fault.action === undefined || fault.action === action;
}

/** Faults waiting for the next requests. */
export class FaultQueue {
	private waiting: Fault[] = [];
	private random = Math.random;
	private randomSeed: number | null = null;

	add(fault: Fault, times: number): void {
		this.waiting.push(...Array.from({ length: times }, () => fault));
	}

	/**
	 * The fault of a request of this action: a waiting one first, else what the settings say.
	 * Those for other actions stay where they are and hold up nothing.
	 */
	next(settings: FaultSettings, action: string): FaultDetails | undefined {
		const place = this.waiting.findIndex((fault) => concerns(fault, action));
		const [waiting] = place < 0 ? [] : this.waiting.splice(place, 1);
		const chosen = waiting ?? this.byChance(settings, action);
		return typeof chosen === 'string' ? { kind: chosen } : (chosen ?? undefined);
	}

	clear(): void {
		this.waiting = [];
		this.startRandom(null);
	}

	/** `fault` if it happens, else at most one of `faults`: their shares lie side by side. */
	private byChance(settings: FaultSettings, action: string): Fault | null {
		const { fault, faultProbability, randomSeed } = settings;
		if (randomSeed !== this.randomSeed) this.startRandom(randomSeed);
		const isMeant = fault !== null && concerns(fault, action);
		if (isMeant && this.random() < faultProbability) return fault;
		const faults = settings.faults.filter((share) => concerns(share, action));
		if (faults.length === 0) return null;
		let left = this.random();
		return faults.find(({ share }) => (left -= share) < 0) ?? null;
	}

	private startRandom(seed: number | null): void {
		this.randomSeed = seed;
		this.random = seed === null ? Math.random : seededRandom(seed);
	}
}

export interface Outcome {
	reply: Reply;
	deliver: Deliver;
	isSilent: boolean;
}

/** @param process runs the request through the gateway; called only if the fault lets it */
export function spoil(
	fault: FaultDetails | undefined,
	requestId: string,
	process: () => Reply,
): Outcome {
	const usual: FaultBehaviour = fault ? FAULTS[fault.kind] : { applies: true };
	const processed = (fault?.applies ?? usual.applies) ? process() : undefined;
	const reply =
		usual.reply?.(requestId, fault ?? {}) ??
		processed ??
		refusalReply(refusal('InternalError'), requestId);
	return {
		reply: { ...reply, status: fault?.httpStatus ?? reply.status },
		deliver: usual.deliver ?? deliverWhole,
		isSilent: usual.isSilent ?? false,
	};
}
