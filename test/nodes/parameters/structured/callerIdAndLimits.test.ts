import { issueOf, sent, sentFromBuilder } from '../catalogue';
import { entries } from '../../../support/builders';

describe('the area code rule', () => {
	test.each([
		[
			{ defaultAreaCode: '010', isMatchCapital: true },
			'{"defaultAreaCode":"010","isMatchCapital":"1"}',
		],
		[
			{ defaultAreaCode: '0571', isMatchCapital: false },
			'{"defaultAreaCode":"0571","isMatchCapital":"0"}',
		],
		[
			{ defaultAreaCode: ' ０１０ ', isMatchCapital: '否' },
			'{"defaultAreaCode":"010","isMatchCapital":"0"}',
		],
	])('is built from %j', (rule, wire) => {
		expect(sentFromBuilder('ClidProperty', { rule })).toBe(wire);
	});

	test.each([true, 'true', 1, '1', '是'])('matches the capital for %p', (isMatchCapital) => {
		expect(sent('ClidProperty', { defaultAreaCode: '010', isMatchCapital })).toBe(
			'{"defaultAreaCode":"010","isMatchCapital":"1"}',
		);
	});

	test.each([
		[{ defaultAreaCode: '010' }, '{"defaultAreaCode":"010"}'],
		[{ isMatchCapital: 0, x: 1 }, '{"isMatchCapital":"0","x":"1"}'],
	])('leaves open what the page leaves open: %j', (value, wire) => {
		expect(sent('ClidProperty', value)).toBe(wire);
	});

	test.each<[unknown, string]>([
		[
			{ defaultAreaCode: 10, isMatchCapital: '1' },
			'default area code: is 10; give digits as text, like "010"',
		],
		[{ defaultAreaCode: '', isMatchCapital: '1' }, 'default area code: is ""'],
		[{ defaultAreaCode: 'Beijing', isMatchCapital: '1' }, 'default area code: is "Beijing"'],
		[
			{ defaultAreaCode: '010', isMatchCapital: 'maybe' },
			'match provincial capital: is "maybe"; give on or off',
		],
		[{}, 'give an object with a rule'],
		[[{ defaultAreaCode: '010', isMatchCapital: '1' }], 'give an object with a rule'],
	])('%j is refused', (value, words) => {
		expect(issueOf('ClidProperty', value)).toContain(words);
	});
});

describe('caller ID weights', () => {
	test('are built as texts, as the vendor shows them', () => {
		const weights = [
			{ number: '123, 345', weight: 5 },
			{ number: '567，789', weight: '5' },
		];
		expect(sentFromBuilder('CustomerClidWeight', entries('weight', weights))).toBe(
			'[{"number":"123,345","weight":"5"},{"number":"567,789","weight":"5"}]',
		);
	});

	test.each<[unknown, string]>([
		['[]', 'is an empty list; give at least 1 entry'],
		[[{ number: '', weight: 1 }], 'entry 1, numbers: is ""'],
		[[{ number: '123,', weight: 1 }], 'entry 1, numbers: is "123,"'],
		[[{ number: 'undefined', weight: 1 }], 'entry 1, numbers: is "undefined"'],
		[[{ number: '123', weight: -1 }], 'entry 1, weight: is -1; give a whole number, 0 or more'],
		[[{ number: '123', weight: 1.5 }], 'entry 1, weight: is 1.5'],
		[[{ number: '123', weight: '5%' }], 'entry 1, weight: is "5%"'],
		[[{ number: '123' }], 'entry 1: lacks weight'],
		[{ number: '123', weight: 1 }, 'give a list in square brackets'],
	])('%j is refused', (value, words) => {
		expect(issueOf('CustomerClidWeight', value)).toContain(words);
	});
});

describe('daily answer limits', () => {
	test('are built with a list of agents and the limit as text', () => {
		const limits = [
			{ cnos: '2000,2001', callsPerDay: 5 },
			{ cnos: '0012', callsPerDay: 50 },
		];
		expect(sentFromBuilder('CallLimitStrategy', entries('limit', limits))).toBe(
			'[{"cnos":["2000","2001"],"limit":"5"},{"cnos":["0012"],"limit":"50"}]',
		);
	});

	test('agents may be a list or a text, limits digits or a number', () => {
		expect(sent('CallLimitStrategy', [{ cnos: '2000,2001', limit: 5 }])).toBe(
			'[{"cnos":["2000","2001"],"limit":"5"}]',
		);
	});

	test.each<[unknown, string]>([
		[[{ cnos: [], limit: '5' }], 'entry 1, agent IDs: is []'],
		[[{ cnos: '', limit: '5' }], 'entry 1, agent IDs: is ""'],
		[[{ cnos: [{}], limit: '5' }], 'entry 1, agent IDs: is [{}]'],
		[[{ cnos: true, limit: '5' }], 'entry 1, agent IDs: is true'],
		[
			'[{"cnos":[20000000000000000001],"limit":5}]',
			'has the number 20000000000000000001, which loses digits when it is read; give it in double quotes',
		],
		[[{ cnos: ['2000'], limit: 'many' }], 'entry 1, limit: is "many"'],
		[[{ cnos: ['2000'], limit: true }], 'entry 1, limit: is true'],
		[[{ cnos: ['2000'], limit: null }], 'entry 1, limit: is null'],
		[[{ agents: ['2000'], limit: '5' }], 'entry 1: lacks cnos; entry 1: has "agents"'],
		[['2000'], 'entry 1: is "2000"; give an object with cnos, limit'],
	])('%j is refused', (value, words) => {
		expect(issueOf('CallLimitStrategy', value)).toContain(words);
	});
});
