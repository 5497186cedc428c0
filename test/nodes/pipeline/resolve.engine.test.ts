import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
} from 'n8n-workflow';
import { Engine } from '../../../engine/engine';
import type { Resolved, Stored } from '../../../nodes/AlibabaCloudVms/pipeline/resolve';
import { createResolver } from '../../../nodes/AlibabaCloudVms/pipeline/resolve';

/** A node that runs what a test wants with n8n's own context. */
class Probe implements INodeType {
	constructor(private readonly use: (context: IExecuteFunctions) => void) {}

	description = {
		displayName: 'Probe',
		name: 'probe',
		group: [],
		version: 1,
		description: '',
		defaults: { name: 'Probe' },
		inputs: ['main' as const],
		outputs: ['main' as const],
		properties: [
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'collection',
				default: {},
				options: Array.from({ length: 12 }, (_unused, index) => ({
					displayName: `Field ${index}`,
					name: `f${index}`,
					type: 'string',
					default: '',
				})),
			} satisfies INodeProperties,
		] as INodeProperties[],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const probe = this.getNode().parameters;
		expect(probe).toBeDefined();
		return [[]];
	}

	static withContext(use: (context: IExecuteFunctions) => void): INodeType {
		const probe = new Probe(use);
		probe.execute = async function (this: IExecuteFunctions) {
			use(this);
			return [[]];
		};
		return probe;
	}
}

/** What n8n gives for every parameter of every item, and what the resolver gives. */
async function bothWays(raws: unknown[], jsons: IDataObject[]) {
	const pairs: Array<{ raw: unknown; json: IDataObject; n8n: Resolved; ours?: Resolved }> = [];
	const engine = new Engine({
		nodeTypes: {
			'test.probe': Probe.withContext((context) => {
				const stored = raws.map((raw, index): Stored => ({ path: `fields.f${index}`, raw }));
				const resolve = createResolver(context, stored);
				jsons.forEach((json, itemIndex) => {
					const resolved = resolve(itemIndex);
					stored.forEach(({ path, raw }, index) => {
						let n8n: Resolved;
						try {
							n8n = { value: context.getNodeParameter(path, itemIndex, null) };
						} catch (error) {
							n8n = { error };
						}
						pairs.push({ raw, json, n8n, ours: resolved[index] });
					});
				});
			}),
		},
	});
	await engine.execute(
		{
			id: '1',
			name: 'Probe',
			type: 'test.probe',
			typeVersion: 1,
			position: [0, 0],
			parameters: {
				fields: Object.fromEntries(raws.map((raw, index) => [`f${index}`, raw])),
			} as never,
		},
		jsons.map((json) => ({ json })),
	);
	return pairs;
}

const comparable = (resolved?: Resolved) => {
	if (!resolved) return 'nothing';
	if ('error' in resolved) return `error: ${(resolved.error as Error).message}`;
	return DateTime.isDateTime(resolved.value) ? 'a DateTime' : { value: resolved.value };
};

async function expectTheSame(raws: unknown[], jsons: IDataObject[]) {
	const pairs = await bothWays(raws, jsons);
	expect(pairs).toHaveLength(raws.length * jsons.length);
	for (const { raw, json, n8n, ours } of pairs) {
		expect({ raw, json, is: comparable(ours) }).toEqual({ raw, json, is: comparable(n8n) });
	}
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
const json = fc.dictionary(
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

describe('a parameter resolved a short way is what n8n gives', () => {
	it('for thousands of references, expressions and items', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.oneof(
						{ arbitrary: reference, weight: 5 },
						{ arbitrary: expression, weight: 3 },
						fixed,
					),
					{ minLength: 1, maxLength: 12 },
				),
				fc.array(json, { minLength: 1, maxLength: 4 }),
				async (raws, jsons) => await expectTheSame(raws, jsons as IDataObject[]),
			),
			{ numRuns: 300 },
		);
	}, 120_000);
});
