import { ACTIONS } from '../actions';
import { isFaultKind } from '../server/faults';
import type { Settings } from '../settings';
import { isRecord } from '../tasks/jsonShapes';
import { isParameterName } from '../tasks/parameters';
import { isTaskField } from '../tasks/task';
import { readJsonFile, type Read } from './readJson';

type Guard = (value: unknown) => boolean;

const isNumber: Guard = (value) => typeof value === 'number' && value >= 0;
const isText: Guard = (value) => typeof value === 'string';
const isBoolean: Guard = (value) => typeof value === 'boolean';
// A misspelt name would have no effect, and nobody would notice.
const isParameter: Guard = (value) => typeof value === 'string' && isParameterName(value);

const either =
	(...guards: Guard[]): Guard =>
	(value) =>
		guards.some((guard) => guard(value));

const exactly =
	(...allowed: unknown[]): Guard =>
	(value) =>
		allowed.includes(value);

const listOf =
	(guard: Guard): Guard =>
	(value) =>
		Array.isArray(value) && value.every(guard);

const absent = exactly(undefined);
const nothing = exactly(null);

/** An object with these members and no others. */
const shape =
	(members: Record<string, Guard>): Guard =>
	(value) =>
		isRecord(value) &&
		Object.keys(value).every((name) => Object.hasOwn(members, name)) &&
		Object.entries(members).every(([name, guard]) => guard(value[name]));

const KEY = shape({
	accessKeyId: isText,
	accessKeySecret: isText,
	status: exactly('Active', 'Inactive'),
	allowedActions: either(exactly('*'), listOf(isText)),
	securityToken: either(isText, absent),
	tokenExpiresAt: either(isNumber, absent),
});

const ACTION = exactly(undefined, ...ACTIONS.keys());

const FORCED_RESULT = shape({ result: isNumber, next: either(isNumber, absent) });

const RETRY_AFTER = either(isNumber, absent);

const isHeaders: Guard = (value) => isRecord(value) && Object.values(value).every(isText);

const FAULT_MEMBERS = {
	kind: isFaultKind,
	action: ACTION,
	applies: either(isBoolean, absent),
	httpStatus: either(isNumber, absent),
	retryAfterMs: RETRY_AFTER,
};

const GUARDS: Record<keyof Settings, Guard> = {
	keys: listOf(KEY),
	methods: listOf(isText),
	signatureDetail: isBoolean,
	permissionDenied: exactly(false, 'Forbidden.RAM', 'NoPermission', 'isp.RAM_PERMISSION_DENY'),
	throttle: either(
		nothing,
		shape({
			code: isText,
			httpStatus: isNumber,
			message: either(isText, absent),
			retryAfterMs: RETRY_AFTER,
			retryAfter: either(isText, absent),
			next: either(isNumber, absent),
		}),
	),
	rateLimit: either(nothing, shape({ perSecond: isNumber, retryAfterMs: RETRY_AFTER })),
	latencyMs: either(isNumber, shape({ min: isNumber, max: isNumber })),
	allowUpdateWhileRunning: isBoolean,
	allowUpdateAfterEnd: isBoolean,
	emptyValue: exactly('clear', 'ignore', 'refuse'),
	noRounds: exactly('clear', 'refuse'),
	requiredFrom: exactly('task', 'request'),
	predictiveOnly: exactly('store', 'ignore', 'refuse'),
	nameFilter: exactly('contains', 'exact'),
	missingRefusedBy: exactly('gateway', 'backend'),
	businessRefusal: shape({ httpStatus: isNumber, code: isText }),
	forceRefusal: either(
		nothing,
		shape({
			code: isText,
			httpStatus: isNumber,
			message: isText,
			action: ACTION,
			next: either(isNumber, absent),
		}),
	),
	updateResult: either(nothing, isNumber),
	untakenParameters: listOf(isParameter),
	startResult: either(nothing, FORCED_RESULT),
	pauseResult: either(nothing, FORCED_RESULT),
	pauseTakesMs: isNumber,
	startTakesMs: isNumber,
	startUndone: either(
		nothing,
		shape({
			reason: isText,
			afterMs: either(isNumber, absent),
			next: either(isNumber, absent),
		}),
	),
	scheduleEnds: exactly('runningOrPaused', 'running', 'nothing'),
	pastStopEnds: isBoolean,
	templates: (value) =>
		isRecord(value) &&
		Object.values(value).every(
			(fields) =>
				isRecord(fields) &&
				Object.entries(fields).every(([name, text]) => isTaskField(name) && isText(text)),
		),
	uniqueNames: isBoolean,
	maxTasks: isNumber,
	deleteResult: either(nothing, FORCED_RESULT),
	deleteOfLiveTask: exactly('result', 'refusal'),
	reorderLists: isBoolean,
	shownAs: (value) =>
		isRecord(value) &&
		Object.entries(value).every(([name, text]) => isTaskField(name) && isText(text)),
	telListCountedAs: exactly('json', 'form'),
	maxTelListBytes: isNumber,
	maxNumbersOfBatch: isNumber,
	maxNumbersOfTask: isNumber,
	allowImportAfterEnd: isBoolean,
	restrictedTels: listOf(isText),
	deleteWithoutChoice: exactly('refuse', 'all'),
	filesNewestFirst: isBoolean,
	filesSeenAfterMs: isNumber,
	filesImportedAfterMs: isNumber,
	ignoreStart: isBoolean,
	callsPerSecond: isNumber,
	recordsNewestFirst: isBoolean,
	rangeOverMonths: isBoolean,
	recordingsAt: isText,
	mostAgents: isNumber,
	answer: either(
		nothing,
		shape({
			status: isNumber,
			headers: either(isHeaders, absent),
			body: isText,
			next: either(isNumber, absent),
		}),
	),
	fault: either(nothing, isFaultKind, shape(FAULT_MEMBERS)),
	faultProbability: isNumber,
	faults: listOf(shape({ ...FAULT_MEMBERS, share: isNumber })),
	randomSeed: either(nothing, isNumber),
	dripMs: isNumber,
};

const isGuarded = (name: string): name is keyof Settings => Object.hasOwn(GUARDS, name);

/** Reads a JSON object of settings; those left out keep their defaults. */
export function readSettingsFile(path: string): Read<Partial<Settings>> {
	const json = readJsonFile(path);
	if ('refused' in json) return json;
	if (!isRecord(json.value)) {
		return { refused: `The settings file ${path} must hold a JSON object.` };
	}
	for (const [name, value] of Object.entries(json.value)) {
		if (!isGuarded(name)) return { refused: `There is no setting "${name}".` };
		if (!GUARDS[name](value)) return { refused: `The value of setting "${name}" is not allowed.` };
	}
	return { value: json.value };
}
