import type { INodeParameters } from 'n8n-workflow';
import { withoutIdentity, useBench } from '../support/bench';
import { entries, rounds, rules } from '../support/builders';

const bench = useBench();

const ROUND = { amount: '={{ $json.d }}', unit: '={{ $json.h }}' };
const BUILDERS: ReadonlyArray<[string, INodeParameters]> = [
	['retry strategy', { retry: { retryStrategy: rounds(ROUND) } }],
	[
		'call order',
		{
			pacing: {
				callPriorityStrategy: {
					order: { first: '={{ $json.f }}', desc: '={{ $json.d }}', orderType: '={{ $json.o }}' },
				},
			},
		},
	],
	[
		'user fields',
		{
			details: {
				userFields: entries('field', [{ name: '={{ $json.n }}', value: '={{ $json.v }}' }]),
			},
		},
	],
	[
		'area code rule',
		{
			callerId: {
				clidProperty: {
					rule: { defaultAreaCode: '={{ $json.a }}', isMatchCapital: '={{ $json.c }}' },
				},
			},
		},
	],
];
const EMPTY_ROWS = [
	{},
	{ d: null, h: null, m: null, f: null, o: null, n: null, v: null, a: null, c: null },
	{ d: '', h: '', m: '', f: '', o: '', n: '', v: ' ', a: '', c: '' },
];

test.each(BUILDERS)(
	'a %s of which an item gives nothing is left as it is',
	async (_name, parameters) => {
		for (const item of EMPTY_ROWS) await bench.run(parameters, { items: [item] });
		expect(bench.sent).toEqual([]);
		const pacing = { ...Object(parameters.pacing), concurrency: 5 } as INodeParameters;
		for (const item of EMPTY_ROWS) await bench.run({ ...parameters, pacing }, { items: [item] });
		expect(bench.sent.map(withoutIdentity)).toEqual(EMPTY_ROWS.map(() => ({ Concurrency: '5' })));
	},
);

test.each<[INodeParameters, string]>([
	[
		{ retry: { retryStrategy: rounds({ ...ROUND, unit: 'hours' }, ROUND) } },
		"'Retry Strategy' has nothing in Round 1, 'Wait' and Round 2, 'Wait' and Round 2, 'Unit'",
	],
	[
		{
			retry: {
				retryStrategy: rules({
					sipCause: [710],
					otherCodes: '',
					round: { round: [{ ...ROUND, amount: 1 }] },
				}),
			},
		},
		"'Retry Strategy' has nothing in Rule 1, Round 1, 'Unit'",
	],
	[
		{ details: { userFields: entries('field', [{ name: 'campaign', value: '={{ $json.v }}' }]) } },
		"'User Fields' has nothing in User Field 1, 'Value'",
	],
	[
		{
			callerId: {
				clidProperty: { rule: { defaultAreaCode: '010', isMatchCapital: '={{ $json.c }}' } },
			},
		},
		"'Area Code Rule' has nothing in 'Match Provincial Capital'",
	],
	[
		{ agents: { callLimitStrategy: entries('limit', [{ cnos: '2000' }]) } },
		"'Daily Answer Limits' has nothing in Limit 1, 'Calls a Day'",
	],
])('a cell that an item leaves out is never made up', async (parameters, message) => {
	const error = await bench.failure(parameters);
	expect(error.message).toBe(`${message} [item 0]`);
	expect(bench.sent).toEqual([]);
});

test.each<[INodeParameters]>([
	[{ details: { userFieldsJson: "={{ { all: 'x' } }}" } }],
	[{ details: { userFieldsJson: "={{ { all: ['a'] } }}" } }],
	[{ agents: { callLimitStrategyJson: "={{ { all: { limit: 'x' } } }}" } }],
])('JSON that only looks like a builder clears nothing', async (parameters) => {
	await bench.failure(parameters);
	expect(bench.sent).toEqual([]);
});

test('what retry times count from is sent with the strategy, also beside an empty JSON field', async () => {
	await bench.run({
		retry: {
			retryStrategy: rounds({ amount: 30, unit: 'minutes' }, { amount: 30, unit: 'minutes' }),
			retryStrategyJson: '',
			retryStrategyTimeType: 2,
		},
	});
	expect(bench.sent).toEqual([expect.objectContaining({ RetryStrategyTimeType: '2' })]);
});

test("one item's wrong option is that item's, and keeps its place", async () => {
	const { output } = await bench.run(
		{ options: { simplify: '={{ $json.s }}' } },
		{
			items: [{ s: 'abc' }, { s: true }, { s: 'false' }],
			node: { onError: 'continueRegularOutput' },
		},
	);
	expect(
		output.map(({ json }) => (json.error as { message?: string } | undefined)?.message),
	).toEqual([
		expect.stringMatching(/^Task 133224, item 0: 'Simplify' is "abc"; give on or off /),
		undefined,
		undefined,
	]);
});

test('rows of a builder that are no rows are never made into an empty list', async () => {
	await bench.run({ details: { userFields: entries('field', ['a']) } }).catch(() => {});
	expect(bench.sent.filter((sent) => 'UserFields' in sent)).toEqual([]);
});

const JSON_TEXT = '{"retry":1,"strategy":[{"round":1,"time":"0-0-30"}]}';

test.each<[string, INodeParameters]>([
	['gives nothing', { retryStrategy: '={{ undefined }}' }],
	['gives an empty text', { retryStrategy: "={{ '' }}" }],
	['is left empty', { retryStrategy: {} }],
])('the JSON counts where its builder %s', async (_how, builder) => {
	await bench.run({ retry: { ...builder, retryStrategyJson: JSON_TEXT } });
	expect(bench.changes).toEqual({ RetryStrategy: JSON_TEXT });
});

test('the builder counts where its JSON gives nothing', async () => {
	const retryStrategy = rounds({ amount: 30, unit: 'minutes' });
	for (const retryStrategyJson of ['={{ undefined }}', "={{ '' }}"]) {
		await bench.run({ retry: { retryStrategy, retryStrategyJson } });
		expect(bench.changes).toEqual({ RetryStrategy: JSON_TEXT });
	}
});
