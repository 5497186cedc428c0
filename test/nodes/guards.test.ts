import { isRecord } from '../../nodes/AlibabaCloudVms/guards';

test.each<[unknown, boolean]>([
	[{}, true],
	[Object.create(null), true],
	[new Error('x'), true],
	[[], false],
	[null, false],
	[undefined, false],
	['text', false],
	[5, false],
	[() => ({}), false],
])('%p has named members: %p', (value, expected) => {
	expect(isRecord(value)).toBe(expected);
});
