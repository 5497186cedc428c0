import { ACTIONS, type ActionSettings } from '../actions';
import type { Action, JournalEntry } from '../actions/action';
import { takesTurn, type Counted } from '../countdown';
import type { AccessKey } from '../keys';
import { problemMessage } from '../tasks/problems';
import { endStopped } from '../tasks/schedule';
import type { TaskStore } from '../tasks/store';
import { checkAccess, checkIdentity, type CheckSettings } from './checks';
import { NonceMemory } from './nonces';
import { refusal } from './refusals';
import { refusalReply, successReply, type Reply } from './reply';
import type { GatewayRequest } from './request';
import { readClaimsV1 } from './signatureV1';
import { isV3, readClaimsV3 } from './signatureV3';
import { TokenBucket } from './throttle';

/** An answer that takes the place of the action's. */
export interface ForcedAnswer extends Counted {
	status: number;
	headers?: Record<string, string>;
	body: string;
	/** Only requests of this action are answered so, e.g. "CloudStartTask"; absent: of any. */
	action?: string;
}

interface ForcedRefusal extends Counted {
	code: string;
	httpStatus: number;
	message: string;
	/** Only requests of this action are refused; absent: of any. */
	action?: string;
}

export interface GatewaySettings extends CheckSettings, ActionSettings {
	keys: AccessKey[];
	/** Who refuses a request that lacks what its action cannot do without. */
	missingRefusedBy: 'gateway' | 'backend';
	/** Form of a refusal by the action itself, as opposed to one by the gateway. */
	businessRefusal: { httpStatus: number; code: string };
	/** An action that passes the gateway's checks is refused so; nothing is applied. */
	forceRefusal: ForcedRefusal | null;
	/** Sent as it is instead of running the action, after the gateway's checks. */
	answer: ForcedAnswer | null;
}

/** Checks requests, runs their actions and keeps the journal. Knows nothing of sockets. */
export class Gateway {
	readonly journal: JournalEntry[] = [];
	private readonly nonces = new NonceMemory();
	private readonly bucket = new TokenBucket();

	constructor(
		private readonly settings: GatewaySettings,
		private readonly store: TaskStore,
	) {}

	/** @param now milliseconds since 1970 */
	process(request: GatewayRequest, requestId: string, now: number): Reply {
		const claims = isV3(request) ? readClaimsV3(request) : readClaimsV1(request);
		if ('code' in claims) return refusalReply(claims, requestId);
		const { settings, nonces, bucket } = this;
		const key = settings.keys.find(({ accessKeyId }) => accessKeyId === claims.accessKeyId);
		const context = { request, claims, key, settings, now, nonces, bucket };
		const unidentified = checkIdentity(context);
		if (unidentified) return refusalReply(unidentified, requestId);
		const action = ACTIONS.get(claims.action);
		if (!action) return refusalReply(refusal('InvalidAction.NotFound'), requestId);
		const misses = settings.missingRefusedBy;
		const denied = checkAccess(context, misses === 'gateway' ? action.mandatory : []);
		if (denied) return refusalReply(denied, requestId);
		const { answer, forceRefusal } = settings;
		const isMeant = (forced: { action?: string } | null) =>
			(forced?.action ?? claims.action) === claims.action;
		if (answer && isMeant(answer) && takesTurn(answer)) {
			const { status, headers = {}, body } = answer;
			return { status, headers, body, code: '' };
		}
		if (forceRefusal && isMeant(forceRefusal) && takesTurn(forceRefusal)) {
			return refusalReply(forceRefusal, requestId);
		}
		const missing = action.mandatory.find((name) => !request.params.get(name));
		if (missing) return this.refuse(problemMessage(missing, 'empty'), requestId);
		return this.run(action, claims.action, request, requestId, now);
	}

	reset(): void {
		this.journal.length = 0;
		this.nonces.clear();
		this.bucket.clear();
	}

	private run(
		action: Action<ActionSettings>,
		actionName: string,
		request: GatewayRequest,
		requestId: string,
		now: number,
	): Reply {
		const { settings, store, journal } = this;
		endStopped(store, settings, now);
		const result = action.run({
			params: request.params,
			store,
			settings,
			now,
			apply(task, changes) {
				const { EnterpriseId: enterpriseId, Id: taskId } = task;
				const difference = store.change(task, changes);
				journal.push({
					enterpriseId,
					taskId,
					action: actionName,
					...difference,
					requestId,
					at: now,
				});
				return { ...task, ...changes };
			},
		});
		if ('data' in result) return successReply(result.data, requestId);
		return this.refuse(result.refused, requestId);
	}

	private refuse(message: string, requestId: string): Reply {
		return refusalReply({ ...this.settings.businessRefusal, message }, requestId);
	}
}
