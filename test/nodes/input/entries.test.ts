import fc from 'fast-check';
import { entryShaper } from '../../../nodes/AlibabaCloudVms/input/entries';
import { chinaTime } from '../../../nodes/AlibabaCloudVms/parameters/chinaTime';

const shaper = () => entryShaper({ first: ['Id', 'At'], numbers: ['Count'], moments: ['At'] });

test('writes every second as the clocks of China show it, whatever came before', () => {
	const shape = shaper();
	fc.assert(
		fc.property(fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }), (second) => {
			const { day, time } = chinaTime(second * 1000);
			expect(shape({ At: String(second) }).At).toBe(`${day} ${time}`);
			expect(shape({ At: second }).At).toBe(`${day} ${time}`);
		}),
	);
});

test.each([
	['0', null],
	[0, null],
	['', null],
	[null, null],
	['yesterday', 'yesterday'],
	['1775024775000', '1775024775000'],
])('a moment of %j is %j', (given, expected) => {
	expect(shaper()({ At: given }).At).toBe(expected);
});

test('puts what is looked for first, and keeps all else as it comes', () => {
	const shape = shaper();
	const entry = { Other: ['x'], Count: '07', Id: '0012', At: '1775024775' };
	expect(Object.entries(shape(entry))).toEqual([
		['Id', '0012'],
		['At', '2026-04-01 14:26:15'],
		['Other', ['x']],
		['Count', 7],
	]);
	expect(shape({ Count: 'many', More: 1 })).toEqual({ Count: 'many', More: 1 });
	expect(shape({ Count: '12345678901234567890' })).toEqual({ Count: '12345678901234567890' });
});
