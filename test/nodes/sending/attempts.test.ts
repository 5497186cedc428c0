import { descriptionOf } from '../../../nodes/AlibabaCloudVms/execution/words';
import {
	attempt,
	endingOf,
	mayRepeat,
	type AttemptOptions,
} from '../../../nodes/AlibabaCloudVms/sending/attempts';
import { Account } from '../../../nodes/AlibabaCloudVms/sending/account';
import { Pace, type PaceOptions } from '../../../nodes/AlibabaCloudVms/sending/pace';
import type { Failure, Result } from '../../../nodes/AlibabaCloudVms/gateway/failure';

const failureOf = (more: Partial<Failure> = {}): Result<string> => ({
	ok: false,
	failure: { kind: 'gateway', message: 'No.', description: 'Because.', ...more },
});

const THROTTLED: Partial<Failure> = { retry: true, fate: 'refused', isThrottled: true };

const AWAY = failureOf({ kind: 'connection', retry: true, fate: 'notSent' });
const UNSURE = failureOf({ kind: 'connection', retry: true, fate: 'open' });
const told = (result: Result<string>) => (result.ok ? '' : descriptionOf(result.failure));

const paceOf = (more: Partial<PaceOptions> = {}) =>
	new Pace(new Account(), {
		concurrentRequests: 0,
		requestsPerSecond: 0,
		longestWait: 0.05,
		waitForTheGateway: 0,
		...more,
	});

/** Gives these answers, one an attempt; no wait but those that the gateway asks for. */
async function tried(
	answers: Array<Result<string>>,
	{ most = 5, longestWaitMs = 50, repeatable = true, cancelled }: Partial<AttemptOptions> = {},
	more: Partial<PaceOptions> = {},
) {
	const pace = paceOf({ longestWait: longestWaitMs / 1000, ...more });
	const left = [...answers];
	const send = async () => left.shift() ?? failureOf();
	const begun = performance.now();
	const options = { most, longestWaitMs, repeatable, pace, cancelled, random: () => 0 };
	const outcome = await attempt(send, options);
	return { ...outcome, pace, ms: performance.now() - begun };
}

test.each([60_000, Number.POSITIVE_INFINITY, 2 ** 40])(
	'a gateway that asks for %d ms is left alone for the longest wait, and no longer',
	async (retryAfterMs) => {
		const throttled = failureOf({ ...THROTTLED, retryAfterMs });
		const { result, attempts, ms } = await tried([throttled, { ok: true, value: 'done' }]);
		expect({ result, attempts }).toEqual({ result: { ok: true, value: 'done' }, attempts: 2 });
		expect(ms).toBeGreaterThanOrEqual(48);
	},
);

test.each([
	['a success', { ok: true, value: 'done' }, 'taken'],
	['a refusal that judges the values', failureOf({ isJudged: true }), 'taken'],
	['a refusal for the key', failureOf(), 'answered'],
	['a refusal for the load', failureOf({ isThrottled: true }), 'throttled'],
	[
		'an answer that was lost',
		failureOf({ kind: 'connection', retry: true, fate: 'open' }),
		'answered',
	],
	['a host that is not found', failureOf({ kind: 'connection', fate: 'notSent' }), 'undecided'],
	['a connection refused', AWAY, 'away'],
	['a stop', failureOf({ kind: 'cancelled', fate: 'open' }), 'undecided'],
] as const)('the pace learns what %s says of the load', (_what, result, kind) => {
	expect(endingOf(result)).toMatchObject({ kind });
});

test('what could not be sent is no attempt, as long as the execution waits for the gateway', async () => {
	const refusals = Array.from({ length: 4 }, () => AWAY);
	const answers = [...refusals, { ok: true, value: 'done' } as const];
	const waits = await tried(answers, { most: 1 }, { waitForTheGateway: 60 });
	expect(waits).toMatchObject({ result: { ok: true }, attempts: 1 });
	const goesOn = await tried(answers, { most: 3 }, { waitForTheGateway: 0 });
	expect(goesOn).toMatchObject({ result: { failure: { fate: 'notSent' } }, attempts: 3 });
});

test('given up, the failure tells how long was waited, and what an attempt before may have done', async () => {
	const waitForTheGateway = 0.2;
	const refusals = Array.from({ length: 40 }, () => AWAY);
	const { result } = await tried(refusals, {}, { waitForTheGateway });
	expect(told(result)).toMatch(
		/^Because\. Nothing was sent\. The node waited 0\.2 s for the gateway/,
	);
	const after = await tried([UNSURE, ...refusals], {}, { waitForTheGateway });
	expect(told(after.result)).toMatch(/an earlier one may have been applied.*The node waited/);
});

test('a refusal for good is made once', async () => {
	const { attempts, result } = await tried([failureOf()]);
	expect(attempts).toBe(1);
	expect(result).toMatchObject({ failure: { description: 'Because.' } });
});

test('what may have been done is not repeated where that could do a thing twice', async () => {
	const unsure = failureOf({ kind: 'connection', retry: true, fate: 'open' });
	const sure = failureOf({ kind: 'connection', retry: true, fate: 'notSent' });
	expect((await tried([unsure, unsure], { repeatable: false })).attempts).toBe(1);
	expect((await tried([sure, unsure], { repeatable: false })).attempts).toBe(2);
	expect((await tried([unsure, unsure, failureOf()])).attempts).toBe(3);
	expect(mayRepeat({ kind: 'input', message: '', description: '' }, true)).toBe(false);
});

test('the last failure tells that an earlier attempt may have been applied', async () => {
	const { result } = await tried([UNSURE, failureOf(THROTTLED), failureOf()]);
	expect(told(result)).toMatch(
		/^Because\. Tried 3 times\. That is about the last attempt; an earlier one may have been applied/,
	);
	const sure = await tried([failureOf(THROTTLED), failureOf()]);
	expect(told(sure.result)).toBe('Because. Tried 2 times.');
	const unsureLast = await tried([UNSURE, UNSURE], { most: 2 });
	expect(told(unsureLast.result)).toMatch(
		/^Because\. The change may have been applied.*Tried 2 times\.$/,
	);
});

test('stopped between two attempts, the failure of the first is told, not that nothing was sent', async () => {
	const throttled = failureOf({ ...THROTTLED, retryAfterMs: 60_000 });
	const cancelled = AbortSignal.timeout(20);
	const { result, attempts } = await tried([throttled], { longestWaitMs: 60_000, cancelled });
	expect(attempts).toBe(1);
	expect(told(result)).toBe('Because. The execution was stopped before the next attempt.');
});

test('stopped before the first attempt, nothing is sent', async () => {
	await expect(tried([], { cancelled: AbortSignal.abort() })).rejects.toThrow();
});
