import type { GatewaySettings } from './gateway/gateway';
import { TEST_KEYS } from './keys';
import type { ServerSettings } from './server/handler';

/**
 * What the vendor leaves open, and what a test wants to happen. Read again at every request. Each
 * is explained where it is read.
 */
export type Settings = GatewaySettings & ServerSettings;

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
		startTakesMs: 0,
		startUndone: null,
		// Documented; for a paused task nothing is said.
		scheduleEnds: 'runningOrPaused',
		// Not documented.
		pastStopEnds: false,
		templates: {},
		// Not documented.
		uniqueNames: false,
		maxTasks: 100,
		deleteResult: null,
		// Not documented; start and pause answer so.
		deleteOfLiveTask: 'result',
		// Not documented; a store that keeps sets would.
		reorderLists: false,
		// Not documented for most: how the service spells what it was sent.
		shownAs: {},
		ignoreStart: false,
		callsPerSecond: 20,
		// Not documented.
		recordsNewestFirst: false,
		// Documented: a range must not.
		rangeOverMonths: false,
		recordingsAt: '',
		// What the documented 8 MB count is not said: the form is the longer of the two.
		telListCountedAs: 'form',
		maxTelListBytes: 8_000_000,
		maxNumbersOfBatch: 100_000,
		maxNumbersOfTask: 1_000_000,
		// Not documented; nobody would ever call them.
		allowImportAfterEnd: false,
		restrictedTels: [],
		// Not documented.
		deleteWithoutChoice: 'all',
		filesNewestFirst: false,
		filesSeenAfterMs: 0,
		filesImportedAfterMs: 0,
		// The limit is documented for the agents that are asked for; whether it holds for all of them is not.
		mostAgents: Number.MAX_SAFE_INTEGER,
		answer: null,
		fault: null,
		faultProbability: 1,
		faults: [],
		randomSeed: null,
		dripMs: 20,
	};
}
