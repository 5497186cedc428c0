import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { catalogueOf } from '../../../nodes/AlibabaCloudVms/parameters/catalogue';
import { rangeWords, number } from '../../../nodes/AlibabaCloudVms/parameters/encoders/scalar';
import { holds } from '../../../nodes/AlibabaCloudVms/parameters/same';
import { lostNumber } from '../../../nodes/AlibabaCloudVms/parameters/structured/digits';
import { rowOf } from './catalogue';

const own = catalogueOf(callTask.identity, []);

test('a row of another operation has no place, no ties and no other half', () => {
	const [day, name] = [rowOf('AutoStartDay'), rowOf('Name')];
	expect(own.placeOf(name)).toBe(own.rows.length);
	expect(own.areTied(day, name)).toBe(false);
	expect(own.otherHalfOf(day)).toBeUndefined();
	expect(own.otherHalfOf(name)).toBeUndefined();
	expect(callTask.otherHalfOf(day)).toBe(rowOf('AutoStartTime'));
	expect(own.rowNamed('name')).toBeUndefined();
	expect(own.columns.meaningOf('任务名称').row).toBeUndefined();
});

const plain = { displayName: 'N', name: 'n', type: 'number', default: 0 } as const;

test.each([
	[{}, 'a whole number'],
	[{ minValue: 0 }, 'a whole number, 0 or more'],
	[{ minValue: 1, maxValue: 2 }, 'a whole number from 1 to 2'],
	[
		{ minValue: 1, maxValue: 2, numberPrecision: 2 },
		'a number with at most 2 decimals from 1 to 2',
	],
])('the bounds %j are %s', (typeOptions, words) => {
	expect(rangeWords({ ...plain, typeOptions })).toBe(words);
});

test('a number without bounds is any whole number', () => {
	expect(rangeWords(plain)).toBe('a whole number');
	expect(number('-7', plain)).toEqual({ value: -7, wire: '-7' });
	expect(number('1.5', plain).issue).toBe('is "1.5"; give a whole number');
});

test.each(['RetryStrategy', 'CallVariables', 'UserFields', 'CallLimitStrategy', 'ClidProperty'])(
	'%s holds what is no structure for what it says',
	(api) => {
		const { same } = rowOf(api);
		for (const text of ['[5]', '5', '[[1]]', '["a"]', 'no JSON', '{"a":[]}']) {
			expect(holds(same(text), same(text))).toBe(true);
		}
		expect(holds(same('[5]'), same('[6]'))).toBe(false);
	},
);

test.each([
	['[0, 0.0, 0e5, -0]', undefined],
	['[1.50e3, 1500]', undefined],
	['[9007199254740993]', '9007199254740993'],
	['[1e400]', '1e400'],
	['["9007199254740993"]', undefined],
])('of the numbers in %s, %s is lost', (json, lost) => {
	expect(lostNumber(json)).toBe(lost);
});
