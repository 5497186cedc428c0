import { attempt, mayRepeat } from '../../../nodes/AlibabaCloudVms/bulk/attempts';
import { Pace } from '../../../nodes/AlibabaCloudVms/bulk/pace';
import type { Failure, Result } from '../../../nodes/AlibabaCloudVms/transport/failure';

const failureOf = (more: Partial<Failure> = {}): Result<string> => ({
	ok: false,
	failure: { kind: 'gateway', message: 'No.', description: 'Because.', ...more },
});

const THROTTLED: Partial<Failure> = { retry: 'always', isThrottled: true };

/** Gives these answers, one an attempt; no wait but those that the gateway asks for. */
async function tried(
	answers: Array<Result<string>>,
	{ most = 5, longestWaitMs = 50, repeatable = true } = {},
) {
	const pace = new Pace({ concurrentRequests: 0, requestsPerSecond: 0 });
	const left = [...answers];
	const send = async () => left.shift() ?? failureOf();
	const begun = performance.now();
	const outcome = await attempt(send, { most, longestWaitMs, repeatable, pace, random: () => 0 });
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

test('a refusal for good counts as taken: it is no sign of load', async () => {
	const { pace } = await tried([failureOf(THROTTLED), failureOf()]);
	const before = pace.gapMs ?? 0;
	pace.throttled();
	expect(pace.gapMs).toBe(before);
	const { attempts, result } = await tried([failureOf()]);
	expect(attempts).toBe(1);
	expect(result).toMatchObject({ failure: { description: 'Because.' } });
});

test('what may have been done is not repeated where that could do a thing twice', async () => {
	const unsure = failureOf({ kind: 'connection', retry: 'ifRepeatable' });
	const sure = failureOf({ kind: 'connection', retry: 'always' });
	expect((await tried([unsure, unsure], { repeatable: false })).attempts).toBe(1);
	expect((await tried([sure, unsure], { repeatable: false })).attempts).toBe(2);
	expect((await tried([unsure, unsure, failureOf()])).attempts).toBe(3);
	expect(mayRepeat({ kind: 'input', message: '', description: '' }, true)).toBe(false);
});
