import { issueOf, reading, rowOf, sent, sentFromBuilder } from '../catalogue';
import { ADVANCED_RETRY } from '../vendorPage';
import { rounds, rules } from '../../../support/builders';

const RETRY = 'RetryStrategy';

const basic = (...times: unknown[]) => ({
	retry: times.length,
	strategy: times.map((time, index) => ({ round: index + 1, time })),
});
const rule = (changes: object = {}) => ({
	condition: { sipCause: [710] },
	retry: 1,
	sort: 1,
	strategy: [{ round: 1, time: '0-0-10' }],
	...changes,
});

describe('the builder', () => {
	const wait = (amount: unknown, unit: unknown = 'minutes') => ({ amount, unit });

	test('turns rounds into the basic example of the vendor', () => {
		expect(sentFromBuilder(RETRY, rounds(wait(1501), wait(3002)))).toBe(
			'{"retry":2,"strategy":[{"round":1,"time":"1-1-1"},{"round":2,"time":"2-2-2"}]}',
		);
	});

	test.each([
		[
			[wait(5), wait(2, 'hours')],
			['0-0-5', '0-2-0'],
		],
		[
			[wait('90'), wait('2', 'Hours'), wait(1, '天')],
			['0-1-30', '0-2-0', '1-0-0'],
		],
		[
			[wait('２', '小时'), wait(1441, ' Minutes ')],
			['0-2-0', '1-0-1'],
		],
	])('takes an amount and a unit: %j', (list, times) => {
		expect(JSON.parse(sentFromBuilder(RETRY, rounds(...list)) ?? '')).toEqual(basic(...times));
	});

	test('turns rules into the advanced mode, in their order', () => {
		const list = [
			{ sipCause: [710, 719], otherCodes: '', round: { round: [wait(10)] } },
			{
				sipCause: [],
				otherCodes: '800，801',
				round: { round: [wait(10), wait(1, 'days')] },
			},
		];
		expect(JSON.parse(sentFromBuilder(RETRY, rules(...list)) ?? '')).toEqual([
			rule({ condition: { sipCause: [710, 719] } }),
			rule({
				condition: { sipCause: [800, 801] },
				...basic('0-0-10', '1-0-0'),
				sort: 2,
			}),
		]);
	});

	test.each([
		['800', [710, 800]],
		[800, [710, 800]],
		[
			[800, '801'],
			[710, 800, 801],
		],
		['', [710]],
		[null, [710]],
		[undefined, [710]],
	])('joins listed codes with the others, %j', (otherCodes, sipCause) => {
		const list = [{ sipCause: [710], otherCodes, round: { round: [wait(10)] } }];
		expect(JSON.parse(sentFromBuilder(RETRY, rules(...list)) ?? '')).toEqual([
			rule({ condition: { sipCause } }),
		]);
	});

	test.each([[{ code: 800 }], [0], ['busy'], ['800,'], [true], [[{}]]])(
		'never drops other codes that it cannot read: %j',
		(otherCodes) => {
			const list = [{ sipCause: [710], otherCodes, round: { round: [wait(10)] } }];
			expect(sentFromBuilder(RETRY, rules(...list))).toContain(
				'give a whole number, from 100 to 999',
			);
		},
	);

	test.each([
		[rounds(wait(0)), 'round 1: time is "0-0-0"'],
		[rounds(wait(-1)), 'round 1: time is "-1 minutes"'],
		[rounds(wait(1.5, 'hours')), 'round 1: time is "1.5 hours"'],
		[rounds(wait('', 'hours')), 'round 1: time is " hours"'],
		[rounds(wait(5, 'fortnights')), 'round 1: time is "5 fortnights"'],
		[rules({ sipCause: [], round: { round: [wait(10)] } }), 'names no call result'],
		[rules({ sipCause: [710], round: {} }), 'rule 1, strategy: is an empty list'],
		[rules({ sipCause: '710,719', round: {} }), 'rule 1, result code: is "710,719"'],
		[{ all: { kind: 'sometimes' } }, 'is "sometimes"'],
	])('%j is refused', (builder, words) => {
		expect(sentFromBuilder(RETRY, builder)).toMatch(/^refused: /);
		expect(sentFromBuilder(RETRY, builder)).toContain(words);
	});
});

describe('no retries', () => {
	const none = { value: { retry: 0, strategy: [] }, wire: '{"retry":0,"strategy":[]}' };

	test.each<unknown>([
		{ retry: 0, strategy: [] },
		'{"retry":"0","strategy":[]}',
		'no retries',
		' No Retries ',
		'不重试',
	])('are meant by %j, which the page does not describe', (value) => {
		expect(reading(RETRY, value)).toEqual({
			...none,
			warning: expect.stringContaining('does not describe') as string,
		});
	});

	test.each(['none', 'No Retries'])('are said by the builder: %s', (kind) => {
		expect(sentFromBuilder(RETRY, { all: { kind } })).toBe(none.wire);
	});

	test.each([rounds(), rules(), { all: {} }, {}])('are not meant by no entries: %j', (builder) => {
		expect(rowOf(RETRY).structured?.fromBuilder(builder)).toBe('');
	});

	test('stand alone: what is hidden beside them says nothing', () => {
		const hidden = { round: { round: [{ amount: 1, unit: 'hours' }] } };
		expect(sentFromBuilder(RETRY, { all: { kind: 'none', ...hidden } })).toBe(none.wire);
	});
});

describe('as JSON', () => {
	test.each([
		['the advanced example, with 800 and a rule from round 2 on', ADVANCED_RETRY],
		['the longest times', JSON.stringify(basic('0-0-1', '0-23-59', '9999-0-0'))],
	])('%s is sent as it is', (_what, json) => {
		expect(sent(RETRY, json)).toBe(json);
		expect(sent(RETRY, JSON.parse(json))).toBe(json);
		expect(sent(RETRY, JSON.stringify(JSON.parse(json), null, 2))).toBe(json);
	});

	test.each([
		['0-25-0', '1-1-0'],
		['0-0-90', '0-1-30'],
		['0-0-60', '0-1-0'],
		['1-23-60', '2-0-0'],
		['00-01-05', '0-1-5'],
	])('%s is sent as %s, which is the same time', (typed, time) => {
		expect(sent(RETRY, basic(typed))).toBe(JSON.stringify(basic(time)));
	});

	test('digits as text become numbers where the vendor shows numbers', () => {
		const typed = { retry: '1', strategy: [{ round: '1', time: '0-0-5' }] };
		expect(sent(RETRY, typed)).toBe(JSON.stringify(basic('0-0-5')));
		const advanced = [rule({ condition: { sipCause: ['710'] }, sort: '1', retry: '1' })];
		expect(sent(RETRY, advanced)).toBe(JSON.stringify([rule()]));
	});

	test.each<[string, unknown, string]>([
		['no object', '5', 'give JSON, as an object or a list'],
		['no JSON', '{retry:2}', 'is no JSON: at character 2, behind `{`, a name in double quotes'],
		['JSON in JSON', JSON.stringify(JSON.stringify(basic('0-0-5'))), 'give JSON'],
		['an empty object', {}, 'lacks retry, strategy'],
		['an empty list', '[]', 'is an empty list; give at least 1 entry'],
		['no rounds', { retry: 1, strategy: [] }, 'strategy: is an empty list'],
		['no rounds and no number of them', { strategy: [] }, 'lacks retry'],
		['no list of no rounds', { retry: 0 }, 'lacks strategy'],
		['one round of none', { ...basic('0-0-5'), retry: 0 }, 'retry is 0; it must be the number of'],
		['no list of rounds', { retry: 1, strategy: '1-1-1' }, 'strategy: is "1-1-1"; give a list'],
		[
			'a wrong count',
			{ ...basic('0-0-5'), retry: 2 },
			'retry is 2; it must be the number of rounds, 1',
		],
		['a count that is no number', { ...basic('0-0-5'), retry: 'two' }, 'retry: is "two"'],
		[
			'an unknown key',
			{ ...basic('0-0-5'), max: 3 },
			'has "max"; only retry, strategy belong here',
		],
		[
			'a gap in the rounds',
			{
				retry: 2,
				strategy: [
					{ round: 1, time: '0-0-5' },
					{ round: 3, time: '0-0-9' },
				],
			},
			'rounds are numbered 1, 3; number them from 1 without gaps',
		],
		[
			'rounds that do not start at 1',
			{ retry: 1, strategy: [{ round: 2, time: '0-0-5' }] },
			'rounds are numbered 2; number them from 1 without gaps',
		],
		['round 0', { retry: 1, strategy: [{ round: 0, time: '0-0-5' }] }, 'round 1, number: is 0'],
		['a round without time', { retry: 1, strategy: [{ round: 1 }] }, 'round 1: lacks time'],
		[
			'a round that is text',
			{ retry: 1, strategy: ['1-1-1'] },
			'round 1: is "1-1-1"; give an object',
		],
		['no time at all', basic('0-0-0'), 'more than 0-0-0'],
		['a clock time', basic('00:10:00'), 'time is "00:10:00"; give days-hours-minutes'],
		['a time that is an object', basic({ toString: 1 }), 'time is {"toString":1}'],
		['a time that is a list', basic(['0-0-5']), 'time is ["0-0-5"]'],
		['null as time', basic(null), 'time is null'],
		[
			'both kinds',
			{ ...basic('0-0-5'), rules: [rule()] },
			'has "rules"; only retry, strategy belong here',
		],
		[
			'rounds in a list',
			[{ round: 1, time: '0-0-5' }],
			'rule 1: lacks condition, retry, sort, strategy',
		],
		[
			'a rule without codes',
			[rule({ condition: { sipCause: [] } })],
			'rule 1: names no call result',
		],
		[
			'a rule with one code',
			[rule({ condition: { sipCause: 710 } })],
			'rule 1, call results: is 710',
		],
		[
			'a code of two digits',
			[rule({ condition: { sipCause: [71] } })],
			'rule 1, result code: is 71',
		],
		[
			'a condition of another kind',
			[rule({ condition: { code: [710] } })],
			'rule 1, condition: lacks sipCause',
		],
		[
			'a rule without rounds',
			[rule({ retry: 0, strategy: [] })],
			'rule 1, strategy: is an empty list',
		],
		['a wrong count in a rule', [rule({ retry: 2 })], 'rule 1: retry is 2'],
		['two rules with one sort', [rule(), rule()], 'gives the same sort twice'],
		['sort 0', [rule({ sort: 0 })], 'rule 1, sort: is 0'],
		[
			'a gap in a rule',
			[
				rule({
					retry: 2,
					strategy: [
						{ round: 2, time: '0-0-5' },
						{ round: 4, time: '0-0-9' },
					],
				}),
			],
			'rule 1: rounds are numbered 2, 4; number them without gaps',
		],
		['a rule that is null', [null], 'rule 1: is null; give an object'],
	])('%s is refused', (_what, value, words) => {
		const { value: read, issue } = reading(RETRY, value);
		expect(issue).toContain(words);
		expect(read).toBeUndefined();
	});

	test('all that is wrong is said at once', () => {
		const wrong = {
			retry: 3,
			strategy: [
				{ round: 1, time: '0-0-0' },
				{ round: 1, time: 'x' },
			],
		};
		expect(issueOf(RETRY, wrong).split('; ').length).toBeGreaterThan(3);
	});

	test('where checks are off it is sent as compact JSON, or as typed', () => {
		expect(reading(RETRY, '{ "retry": 9 }').wire).toBe('{"retry":9}');
		expect(reading(RETRY, '{retry:9}').wire).toBe('{retry:9}');
		expect(reading(RETRY, 9).wire).toBeUndefined();
	});
});
