import { idsText } from '../../../nodes/AlibabaCloudVms/execution/executionData';

/** Six digits and a comma: 73 of them fill what n8n keeps of a value. */
const ids = (count: number) =>
	Array.from({ length: count }, (_unused, index) => `${133224 + index}`);

test.each<[string, string[], number, RegExp]>([
	['none', [], 0, /^$/],
	['a few', ids(2), 0, /^133224,133225$/],
	['a few of which others are known to be left out', ids(2), 5, /^133224,133225 and 5 more$/],
	['as many as fit', ids(73), 0, /^(?:\d{6},){72}\d{6}$/],
	['more than fit', ids(74), 0, /^(?:\d{6},){70}\d{6} and 3 more$/],
	[
		'far more, of which some were left out before',
		ids(1000),
		7,
		/^(?:\d{6},){70}\d{6} and 936 more$/,
	],
	['an ID that is too long by itself', ['1'.repeat(600)], 0, /^$/],
])('%s', (_what, given, more, expected) => {
	const text = idsText(given, more);
	expect(text).toMatch(expected);
	expect(text.length).toBeLessThanOrEqual(512);
});
