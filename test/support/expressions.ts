import * as fc from 'fast-check';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeParameters,
	INodeTypeDescription,
} from 'n8n-workflow';
import { chosenIn } from '../../nodes/AlibabaCloudVms/input/locator';
import {
	createResolver,
	type Resolved,
	type Stored,
} from '../../nodes/AlibabaCloudVms/input/resolve';

/** Most parameters of a probe. */
const MOST_FIELDS = 12;

/** The locator of the probe. */
const LOCATOR = 'chosen';

/** A node with the fields `f0`, `f1` and so on in its collection `fields`, and a locator. */
export const probeDescription: INodeTypeDescription = {
	displayName: 'Probe',
	name: 'probe',
	group: [],
	version: 1,
	description: '',
	defaults: { name: 'Probe' },
	inputs: ['main'],
	outputs: ['main'],
	properties: [
		{
			displayName: 'Chosen',
			name: LOCATOR,
			type: 'resourceLocator',
			default: { mode: 'id', value: '' },
			modes: [{ displayName: 'By ID', name: 'id', type: 'string' }],
		},
		{
			displayName: 'Fields',
			name: 'fields',
			type: 'collection',
			default: {},
			options: Array.from({ length: MOST_FIELDS }, (_unused, index) => ({
				displayName: `Field ${index}`,
				name: `f${index}`,
				type: 'string' as const,
				default: '',
			})),
		},
	],
};

/** What the probe stores: one parameter a field, and the first one in its locator too. */
export const probeParameters = (raws: readonly unknown[]) =>
	({
		fields: Object.fromEntries(raws.map((raw, index) => [`f${index}`, raw])),
		[LOCATOR]: { __rl: true, mode: 'id', value: raws[0] },
	}) as INodeParameters;

/** One parameter of one item, as n8n gives it and as the resolver does, in a form that can be compared. */
export interface Pair {
	raw: unknown;
	json: IDataObject;
	n8n: unknown;
	ours: unknown;
}

/** A Luxon DateTime may be one of another copy of Luxon. */
const isDateTime = (value: unknown): boolean =>
	Object(value) === value && Object(value).isLuxonDateTime === true;

function comparable(resolved?: Resolved): unknown {
	if (!resolved) return 'nothing';
	if ('error' in resolved) return `error: ${(resolved.error as Error).message}`;
	return isDateTime(resolved.value) ? 'a DateTime' : { value: resolved.value };
}

/** Resolves the stored parameters for every item in both ways. */
export function bothWays(
	context: IExecuteFunctions,
	raws: readonly unknown[],
	jsons: readonly IDataObject[],
): Pair[] {
	const chosen: unknown = context.getNodeParameter(LOCATOR, 0, null, { rawExpressions: true });
	const stored: Stored[] = [
		...raws.map((raw, index) => ({ path: `fields.f${index}`, raw })),
		chosenIn({ path: LOCATOR, raw: chosen }),
	];
	const resolve = createResolver(context, stored);
	const fromN8n = (path: string, itemIndex: number): Resolved => {
		try {
			return { value: context.getNodeParameter(path, itemIndex, null) };
		} catch (error) {
			return { error };
		}
	};
	return jsons.flatMap((json, itemIndex) => {
		const resolved = resolve(itemIndex);
		return stored.map(({ path, raw }, index) => ({
			raw,
			json,
			n8n: comparable(fromN8n(path, itemIndex)),
			ours: comparable(resolved[index]),
		}));
	});
}

const KEYS = [
	'name',
	'任务名称',
	'a.b',
	"it's",
	'x y',
	'__proto__',
	'constructor',
	'toString',
	'nested',
	'list',
	'length',
	'0',
	'',
	'$x',
	'Getter',
	'json',
	'isProxy',
	'prototype',
	'valueOf',
];
const key = fc.constantFrom(...KEYS);
const blank = fc.constantFrom('', ' ', '  ', '\n', '\t');
const scalar = fc.oneof(
	fc.string(),
	fc.integer(),
	fc.double(),
	fc.boolean(),
	fc.constant(null),
	fc.constantFrom('={{ 1 }}', '{{ x }}', '是', '🎁', '2026-01-01'),
);
/** An item of a sheet, a CRM, or somebody who means harm. */
export const json = fc.dictionary(
	key,
	fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		scalar,
		fc.array(scalar, { maxLength: 3 }),
		fc.dictionary(key, fc.oneof(scalar, fc.dictionary(key, scalar))),
	),
);
const step = fc.oneof(
	fc.tuple(blank, key).map(([b, k]) => `${b}.${b}${k}`),
	fc.tuple(blank, key).map(([b, k]) => `[${b}'${k.replace("'", '’')}'${b}]`),
	key.map((k) => `["${k}"]`),
	fc.constantFrom('?.name', '[0]', '.first()', '.toString()'),
);
const reference = fc
	.tuple(blank, fc.array(step, { minLength: 1, maxLength: 3 }), blank)
	.map(([before, steps, after]) => `={{${before}$json${steps.join('')}${after}}}`);
const expression = fc.constantFrom(
	'={{ 1 + 1 }}',
	'={{ $json.name + "!" }}',
	'={{ $json.name.toUpperCase() }}',
	'={{ $itemIndex }}',
	'={{ null }}',
	'={{ undefined }}',
	'={{ $json }}',
	'={{ [1, 2] }}',
	'={{ { a: 1 } }}',
	'={{ $now }}',
	'={{ new Date(0) }}',
	'={{ $("Absent").item.json.x }}',
	'={{ nonsense( }}',
	'={{ x.y.z }}',
	'=text {{ $json.name }} more',
	'={{ $json.name }} ',
	'={{ 1 }}{{ 2 }}',
	'={{ "}}" }}',
	'={{ "a\\nb" }}',
	'={{ 1 // note }}',
	'={{ 1), (2 }}',
	'={{ $json.name ?? "none" }}',
	'={{ $json["任务名称"] || 0 }}',
	'={{ `t${$json.name}` }}',
	'={{ (() => { throw new Error("no") })() }}',
	'=',
	'={{ }}',
	'={{ $json.nested?.name }}',
	'={{ $json.list[0] }}',
	'={{ $json.list.length }}',
	'={{ this }}',
	'={{ $json.constructor }}',
	'={{ 1, 2 }}',
	'={{ ...[1] }}',
	'={{ await 1 }}',
	'={{ 0.1 + 0.2 }}',
	'={{ NaN }}',
	'={{ () => 1 }}',
	'={{ DateTime }}',
	'={{ /* c */ 3 }}',
);
const fixed = fc.oneof(
	scalar.filter((value) => value !== null && !(typeof value === 'string' && value.startsWith('='))),
	fc.constant({ rounds: [{ days: 1 }] }),
	fc.constant({ rounds: [{ days: '={{ $json.name }}' }] }),
);

/** What may be stored for the fields of a node. */
export const raws = fc.array(
	fc.oneof({ arbitrary: reference, weight: 5 }, { arbitrary: expression, weight: 3 }, fixed),
	{ minLength: 1, maxLength: MOST_FIELDS },
);
