import * as fc from 'fast-check';
import { holds } from '../../../nodes/AlibabaCloudVms/parameters/same';
import { PARAMETERS } from '../../support/parameters';
import { rowOf } from './catalogue';
import { WORLDS } from './spelled';

const isSame = (api: string, stored: string, given: string): boolean => {
	const { same } = rowOf(api);
	return holds(same(stored), same(given));
};

describe.each(Object.entries(WORLDS))('%s', (api, world) => {
	test('two texts are the same exactly where they mean the same, from both sides', () => {
		// One seed: how many spellings of one meaning come up hangs on chance.
		let alike = 0;
		fc.assert(
			fc.property(world, world, fc.boolean(), ({ meaning, text: one }, other, isCopy) => {
				const { text: two } = isCopy ? { text: one } : other;
				const expected = isCopy || JSON.stringify(meaning) === JSON.stringify(other.meaning);
				alike += expected && one !== two ? 1 : 0;
				expect(isSame(api, one, two)).toBe(expected);
				expect(isSame(api, two, one)).toBe(expected);
			}),
			{ numRuns: 400, seed: 7 },
		);
		expect(alike).toBeGreaterThan(0);
	});

	test('what is read from a text and sent is the same as that text', () => {
		const { encode, property } = rowOf(api);
		let read = 0;
		fc.assert(
			fc.property(world, ({ text: one }) => {
				const { wire, issue } = encode(one, property);
				if (wire === undefined || issue !== undefined) return;
				read++;
				expect(isSame(api, one, wire)).toBe(true);
			}),
			{ numRuns: 200 },
		);
		expect(read).toBeGreaterThan(0);
	});
});

test.each(PARAMETERS.map(({ api, wire }) => [api, wire]))(
	'%s %j is the same as itself, and not as nothing',
	(api, wire) => {
		expect(isSame(api, wire, wire)).toBe(true);
		expect(isSame(api, '', '')).toBe(true);
		expect(isSame(api, '', wire)).toBe(false);
		expect(isSame(api, wire, '')).toBe(false);
	},
);

test.each(PARAMETERS.map(({ api, wire }) => [api, wire]))(
	'no letter of %s %j may be another',
	(api, wire) => {
		const characters = [...wire];
		characters.forEach((character, index) => {
			if (!/[\p{L}\p{N}]/u.test(character)) return;
			for (const other of ['7', 'x']) {
				const changed = characters.with(index, other).join('');
				if (changed !== wire)
					expect([changed, isSame(api, changed, wire)]).toEqual([changed, false]);
			}
		});
	},
);

describe('keys that the service adds', () => {
	test.each([
		['CallVariables', '[{"name":"a","value":"1"}]', '[{"name":"a","value":"1","id":7,"x":null}]'],
		['CallLimitStrategy', '[{"cnos":["1"],"limit":"5"}]', '[{"cnos":["1"],"limit":5,"used":"0"}]'],
		['CustomerClidWeight', '[{"number":"1","weight":"5"}]', '[{"number":"1","weight":"5","id":1}]'],
		[
			'ClidProperty',
			'{"defaultAreaCode":"010","isMatchCapital":"1"}',
			'{"type":2,"defaultAreaCode":"010","isMatchCapital":1}',
		],
		[
			'RetryStrategy',
			'{"retry":1,"strategy":[{"round":1,"time":"0-0-5"}]}',
			'{"mode":"basic","retry":1,"strategy":[{"round":1,"time":"0-0-5","unit":"m"}]}',
		],
		[
			'RetryStrategy',
			'[{"condition":{"sipCause":[710]},"retry":1,"sort":1,"strategy":[{"round":1,"time":"0-0-5"}]}]',
			'[{"condition":{"sipCause":[710],"x":[]},"id":3,"retry":1,"sort":1,"strategy":[{"round":1,"time":"0-0-5"}]}]',
		],
		[
			'CallPriorityStrategy',
			'{"strategy":[{"sort":1,"type":"retryCall","desc":0}]}',
			'{"strategy":[{"sort":"1","type":"retryCall","desc":"0","orderType":""}],"v":1}',
		],
	])('to %s count for nothing: %s and %s', (api, given, stored) => {
		expect(isSame(api, stored, given)).toBe(true);
	});

	test.each([
		['ClidProperty', '{"defaultAreaCode":"010","other":"1"}', '{"defaultAreaCode":"010"}'],
		['ClidProperty', '{"defaultAreaCode":"010"}', '{"defaultAreaCode":"010","isMatchCapital":"1"}'],
		[
			'ClidProperty',
			'{"defaultAreaCode":"010","other":"1"}',
			'{"defaultAreaCode":"010","other":"2"}',
		],
	])(
		'are not those that were given, nor documented ones, in %s: %s and %s',
		(api, given, stored) => {
			expect(isSame(api, stored, given)).toBe(false);
		},
	);
});

test.each([
	['RetryStrategy', '', '{}', true],
	['RetryStrategy', '', ' [] ', true],
	['RetryStrategy', '', '{"retry":1,"strategy":[{"round":1,"time":"0-0-5"}]}', false],
	[
		'RetryStrategy',
		'{"retry":1,"strategy":[{"round":1,"time":"0-0-5"}]}',
		'{"strategy":[{"round":1,"time":"0-0-5"}]}',
		false,
	],
	['CustomerMoh', '', 'no', true],
	['CustomerMoh', 'no', '60000011533526918820', false],
	['CustomerVoice', '', 'no', false],
	['UserFields', '[]', '', true],
	['UserFields', '[{"a":"1"},{"b":"2"}]', '[{"b":"2"},{"a":"1"}]', false],
	['UserFields', '[{"a":"1\\n2"}]', '[{"a":"1\\r\\n2 "}]', true],
	['UserFields', '[{"name":"a","value":"1"}]', '[{"a":"1"}]', false],
	['CallVariables', '[{"name":"value","value":"name"}]', '[{"value":"name"}]', true],
	['CallVariables', '[{"name":"a","value":"1"}]', '{"a":"1"}', true],
	[
		'CallVariables',
		'[{"name":"a","value":"1"},{"name":"a","value":"2"}]',
		'[{"a":"2"},{"a":"1"}]',
		false,
	],
	[
		'CallLimitStrategy',
		'[{"cnos":["1"],"limit":"1"},{"cnos":["1"],"limit":"2"}]',
		'[{"cnos":["1"],"limit":"2"},{"cnos":["1"],"limit":"1"}]',
		false,
	],
	[
		'CallLimitStrategy',
		'[{"cnos":["1"],"limit":9007199254740993}]',
		'[{"cnos":["1"],"limit":9007199254740992}]',
		false,
	],
	['AutoStartDay', '2026-11-01', '2026-11-01 08:00:00', false],
	['AutoStartTime', '00:00:00', '24:00:00', false],
	['AutoStartTime', '12:00:00', '00:00:00', false],
	['CustomerTimeout', '30', '-30', false],
	['CustomerTimeout', '0', '-0', true],
	['CustomerTimeout', '30', '+30', true],
	['CustomerTimeout', '30', '300', false],
	['Quotiety', '0.5', '0.05', false],
	['AutoStart', '0', '', false],
	['Name', 'Name', 'name', false],
	['Cnos', '12', '0012', false],
	['Cnos', '1,2', '12', false],
	['CallVariables', 'not JSON', ' not JSON', true],
	['CallVariables', 'not JSON', 'no JSON', false],
])('%s: %s and %s are the same: %s', (api, given, stored, expected) => {
	expect(isSame(api, stored, given)).toBe(expected);
});
