import { hintsFor, type Summary } from '../../../nodes/AlibabaCloudVms/execution/hints';
import { Notes } from '../../../nodes/AlibabaCloudVms/execution/notes';
import { update } from '../../../nodes/AlibabaCloudVms/operations/callTask/update';

describe('the hint', () => {
	const ignored = "'Start Date' does not apply";
	const summary: Summary = {
		deeds: update.deeds,
		did: ['updated'],
		refused: 0,
		retries: 0,
		waitedMs: 0,
		ms: 1234,
		notes: new Notes(),
	};
	const messages = (...given: Parameters<typeof hintsFor>) =>
		hintsFor(...given).map(({ message }) => message);

	test('sums up an execution of several items', () => {
		const output = [{ json: {} }, { json: {} }, { json: { error: {} } }];
		const two: Summary = { ...summary, did: ['updated', 'updated'], refused: 1 };
		expect(hintsFor(output, two)).toEqual([
			{ message: '2 updated, 1 refused, 1.2 s.', type: 'info', location: 'outputPane' },
		]);
		expect(messages(output, { ...two, retries: 7 })).toEqual([
			'2 updated, 1 refused, 7 requests repeated, 1.2 s.',
		]);
	});

	test.each<[Summary['did'], string]>([
		[['unchanged', 'skipped', 'updated'], '1 updated, 1 unchanged, 1 skipped, 1.2 s.'],
		[[], '3 refused, 1.2 s.'],
	])('counts what was done: %j', (did, expected) => {
		// However many outputs an item has.
		expect(messages([{ json: {} }], { ...summary, did, refused: 3 - did.length })).toEqual([
			expected,
		]);
	});

	test('counts the items with fields that were ignored, and those with warnings', () => {
		expect(messages([{ json: { ignored, warnings: 'x' } }], summary)).toEqual([
			expect.stringMatching(
				/^In 1 of 1 items, .* 'ignored' in the output names them\.<br>In 1 of 1 items, .* 'warnings' in the output says what\.$/,
			),
		]);
	});

	test('says of all items what is to be said once, and not all of many', () => {
		const notes = new Notes();
		notes.add('Left out', '备注');
		notes.add('Left out', 'AutoStartDya', (name) => `, did you mean "${name.slice(0, 9)}"?`);
		notes.add('Left out', '备注');
		for (let index = 0; index < 25; index++) notes.add('Many', `x${index}`);
		expect(messages([{ json: {} }], { ...summary, notes })).toEqual([
			expect.stringMatching(
				/^Left out: "备注"; "AutoStartDya", did you mean "AutoStart"\?\.<br>Many: "x0", "x1", .* "x19" and 5 more\.$/,
			),
		]);
	});

	test('is not given without need', () => {
		expect(hintsFor([{ json: { warnings: '', ignored: '' } }], summary)).toEqual([]);
		expect(hintsFor([], { ...summary, did: [] })).toEqual([]);
	});
});
