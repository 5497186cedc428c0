import { issueOf, sent, sentFromBuilder } from '../catalogue';

const PRIORITY = 'CallPriorityStrategy';
const retryCall = (sort: unknown, desc: unknown = 0) => ({ sort, type: 'retryCall', desc });
const firstCall = (sort: unknown, orderType: unknown = 0) => ({
	sort,
	type: 'firstCall',
	orderType,
});

test.each([
	[{ first: 'retryCall', desc: 0, orderType: 0 }, [retryCall(1), firstCall(2)]],
	[{ first: 'retryCall', desc: 1, orderType: 2 }, [retryCall(1, 1), firstCall(2, 2)]],
	[{ first: 'firstCall', desc: 0, orderType: 1 }, [firstCall(1, 1), retryCall(2)]],
])('the builder makes of %j the documented structure', (order, strategy) => {
	expect(sentFromBuilder(PRIORITY, { order })).toBe(JSON.stringify({ strategy }));
});

test.each<[unknown, string]>([
	[{ first: 'newest' }, 'entry 1, type: is "newest"; give "retryCall" or "firstCall"'],
	[{ first: '' }, 'entry 1, type: is ""'],
	[{ first: 'retryCall', desc: 2 }, 'entry 1, desc: is 2; give 0 or 1'],
	[{ first: 'firstCall', orderType: 'random' }, 'entry 1, orderType: is "random"; give 0, 1 or 2'],
])('what an expression gives the builder is not guessed at: %j', (order, words) => {
	expect(sentFromBuilder(PRIORITY, { order })).toContain(words);
});

test('digits as text become the numbers that the vendor shows', () => {
	expect(sent(PRIORITY, { strategy: [retryCall('1', '1'), firstCall('2', '2')] })).toBe(
		JSON.stringify({ strategy: [retryCall(1, 1), firstCall(2, 2)] }),
	);
});

test.each<[string, unknown, string]>([
	['no steps', { strategy: [] }, 'strategy: is an empty list'],
	['a list', [retryCall(1)], 'give an object with strategy'],
	['no list of steps', { strategy: 'retryCall' }, 'strategy: is "retryCall"; give a list'],
	[
		'an unknown type',
		{ strategy: [{ sort: 1, type: 'call', desc: 0 }] },
		'entry 1, type: is "call"',
	],
	['a type twice', { strategy: [retryCall(1), retryCall(2)] }, 'gives the same type twice'],
	['a sort twice', { strategy: [retryCall(1), firstCall(1)] }, 'gives the same sort twice'],
	['sort 0', { strategy: [retryCall(0)] }, 'entry 1, sort: is 0'],
	[
		'a step without its order',
		{ strategy: [{ sort: 1, type: 'firstCall' }] },
		'orderType: is undefined',
	],
	[
		'the order of the other type',
		{ strategy: [{ sort: 1, type: 'retryCall', orderType: 0 }] },
		'desc: is undefined',
	],
	['an unknown key', { strategy: [{ ...retryCall(1), x: 1 }] }, 'has "x"'],
	[
		'an unknown key on top',
		{ strategy: [retryCall(1)], sort: 1 },
		'has "sort"; only strategy belong here',
	],
	[
		'an object that has no text',
		{ strategy: [retryCall(1, { toString: 1 })] },
		'desc: is {"toString":1}',
	],
])('%s is refused', (_what, value, words) => {
	expect(issueOf(PRIORITY, value)).toContain(words);
	expect(issueOf(PRIORITY, JSON.stringify(value))).toContain(words);
});
