import { quote } from '../../../../nodes/AlibabaCloudVms/text';

/** Values that are nothing that a person could have meant as one value. */
const SHAPELESS: unknown[] = [
	{},
	{ a: 1 },
	[],
	[1],
	['1'],
	[true],
	Object.create(null),
	{ toString: 1, valueOf: 1 },
	Number.NaN,
	Number.POSITIVE_INFINITY,
	null,
	undefined,
	new Date(Number.NaN),
];

/** The same with the words that messages have for them. */
export const shapeless = SHAPELESS.map((value): [string, unknown] => [quote(value), value]);
