import { descriptionOf } from '../../../nodes/AlibabaCloudVms/actions/failureWords';
import {
	attempt,
	mayRepeat,
	type AttemptOptions,
} from '../../../nodes/AlibabaCloudVms/bulk/attempts';
import { Pace } from '../../../nodes/AlibabaCloudVms/bulk/pace';
import type { Failure, Result } from '../../../nodes/AlibabaCloudVms/transport/failure';

const failureOf = (more: Partial<Failure> = {}): Result<string> => ({
	ok: false,
	failure: { kind: 'gateway', message: 'No.', description: 'Because.', ...more },
});

const THROTTLED: Partial<Failure> = { retry: true, fate: 'refused', isThrottled: true };

/** Gives these answers, one an attempt; no wait but those that the gateway asks for. */
async function tried(
	answers: Array<Result<string>>,
	{ most = 5, longestWaitMs = 50, repeatable = true, cancelled }: Partial<AttemptOptions> = {},
) {
	const pace = new Pace({ concurrentRequests: 0, requestsPerSecond: 0 });
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

/** Counts what it is told. */
class CountingPace extends Pace {
	taken = 0;

	override succeeded() {
		this.taken++;
		super.succeeded();
	}
}

test.each([
	['that judges the values', { isJudged: true }, 1],
	['for the key', {}, 0],
	['for the load, for good', { isThrottled: true }, 0],
] as const)('a refusal %s is a sign of room: %j', async (_what, more, taken) => {
	const pace = new CountingPace({ concurrentRequests: 0, requestsPerSecond: 0 });
	const send = async () => failureOf(more);
	await attempt(send, { most: 1, longestWaitMs: 1, repeatable: true, pace });
	expect(pace.taken).toBe(taken);
});

test('a refusal for good is made once', async () => {
	const { pace } = await tried([failureOf(THROTTLED), failureOf()]);
	const before = pace.gapMs ?? 0;
	pace.throttled();
	expect(pace.gapMs).toBe(before);
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

const UNSURE = failureOf({ kind: 'connection', retry: true, fate: 'open' });
const told = (result: Result<string>) => (result.ok ? '' : descriptionOf(result.failure));

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
