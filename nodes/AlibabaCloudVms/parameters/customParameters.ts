import { isRecord } from '../guards';
import { recordOf } from '../records';
import { allOf, quote } from '../text';
import { seen } from '../unseen';
import { textOf } from './encoders/scalar';
import type { Encoder, Reading } from './parameter';
import { groupOf, lostIn, notJson, parse } from './structured/json';

/** What signing sets by itself, in lower case. */
const OF_THE_PROTOCOL = new Set(
	[
		'AccessKeyId',
		'Action',
		'BearerToken',
		'Format',
		'SecurityToken',
		'Signature',
		'SignatureMethod',
		'SignatureNonce',
		'SignatureType',
		'SignatureVersion',
		'Timestamp',
		'Version',
	].map((name) => name.toLowerCase()),
);

const NAME = /^[A-Za-z][\w.-]*$/;

/** What is wrong with a name, as the rest of a sentence that begins with the field. */
function wrongName(name: string): string | undefined {
	if (OF_THE_PROTOCOL.has(name.toLowerCase())) {
		return `names ${quote(name)}, which belongs to the protocol: the node sets it by itself`;
	}
	return NAME.test(name)
		? undefined
		: `names ${quote(name)}; a name begins with a letter and has letters, digits, dots, hyphens and underscores`;
}

/** What is wrong with a value, in the same form. */
function wrongValue(value: unknown, name: string): string | undefined {
	if (typeof value === 'object') {
		const kind = Array.isArray(value) ? 'a list' : 'an object';
		return `has ${kind} for ${quote(name)}; give its JSON as text, or its members under names of their own, like ${name}.1`;
	}
	return textOf(value) === undefined
		? `has ${quote(value)} for ${quote(name)}; give a text or a number, as text if it is long`
		: undefined;
}

/** Names and values as flat parameters; what holds nothing is left out. */
function readPairs(pairs: ReadonlyArray<readonly [unknown, unknown]>): Reading {
	const issues: string[] = [];
	const values: Array<[string, string]> = [];
	const known = new Map<string, string>();
	for (const [given, value] of pairs) {
		const name = seen(textOf(given) ?? '');
		const before = known.get(name.toLowerCase());
		known.set(name.toLowerCase(), name);
		const isNothing = value === null || value === undefined;
		const wrong =
			wrongName(name) ??
			(before === undefined
				? undefined
				: `names ${allOf([quote(before), quote(name)])}, which are one parameter`) ??
			(isNothing ? undefined : wrongValue(value, name));
		if (wrong !== undefined) issues.push(wrong);
		else if (!isNothing) values.push([name, textOf(value) ?? '']);
	}
	return issues.length > 0 ? { issue: issues.join('; ') } : { value: recordOf(values) };
}

/** Parameters from JSON text, or from an object that an expression gives. */
export const parametersFromJson: Encoder = (value) => {
	const issue = lostIn(value);
	if (issue !== undefined) return { issue };
	const structure = parse(value);
	return isRecord(structure)
		? readPairs(Object.entries(structure))
		: { issue: notJson(value) ?? `is ${quote(value)}; give a JSON object of names and values` };
};

/** Parameters from a list of names and values; an entry without either is none. */
export const parametersFromRows: Encoder = (value) =>
	readPairs(
		groupOf(value, 'parameter')
			.map((row) => [row.name, row.value] as const)
			.filter(([name, given]) => (name ?? '') !== '' || (given ?? '') !== ''),
	);
