import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { Engine } from '../../../engine/engine';
import { createResolver, type Resolved } from '../../../nodes/AlibabaCloudVms/input/resolve';
import { probeDescription } from '../../support/expressions';

/** n8n's own context, which notes what it is asked for on the way. */
function noting(context: IExecuteFunctions, asked: string[]): IExecuteFunctions {
	return new Proxy(context, {
		get(target, name) {
			const member: unknown = Reflect.get(target, name);
			if (typeof member !== 'function') return member;
			return (...values: unknown[]): unknown => {
				asked.push(String(name));
				return Reflect.apply(member, target, values);
			};
		},
	});
}

/** What n8n was asked for while the items were resolved, once the resolver stood, and what came of it. */
async function askedFor(raws: string[], jsons: IDataObject[]) {
	const asked: string[] = [];
	let values: Resolved[][] = [];
	const probe: INodeType = {
		description: probeDescription,
		async execute() {
			const resolve = createResolver(
				noting(this, asked),
				raws.map((raw, index) => ({ path: `fields.f${index}`, raw })),
			);
			asked.length = 0;
			values = jsons.map((_json, itemIndex) => resolve(itemIndex));
			return [[]];
		},
	};
	const fields = Object.fromEntries(raws.map((raw, index) => [`f${index}`, raw]));
	await new Engine({ nodeTypes: { 'test.probe': probe } }).execute(
		{
			id: '1',
			name: 'Probe',
			type: 'test.probe',
			typeVersion: 1,
			position: [0, 0],
			parameters: { fields },
		},
		jsons.map((json) => ({ json })),
	);
	return { asked, values };
}

const ITEMS = [
	{ name: 'a', 任务名称: '名', nested: { deep: 1 }, none: null },
	{ name: 'b', 任务名称: '', nested: { deep: false } },
];

test('plain references and fixed values are never evaluated', async () => {
	const raws = [
		'={{ $json.name }}',
		'={{$json["任务名称"]}}',
		"={{ $json['nested'].deep }}",
		'={{ $json.none }}',
		'={{ $json.absent.deeper }}',
		'fixed',
	];
	const { asked, values } = await askedFor(raws, ITEMS);
	expect(asked).toEqual([]);
	expect(values).toEqual([
		['a', '名', 1, null, undefined, 'fixed'].map((value) => ({ value })),
		['b', '', false, undefined, undefined, 'fixed'].map((value) => ({ value })),
	]);
});

test('other expressions of an item are evaluated together, and what gives no plain value alone', async () => {
	const two = ['={{ $json.name + "!" }}', '={{ 1 + 1 }}', '={{ $json.name }}'];
	expect((await askedFor(two, ITEMS)).asked).toEqual(ITEMS.map(() => 'evaluateExpression'));
	const { asked, values } = await askedFor(['={{ $json.nested }}', '={{ $json.name }} x'], ITEMS);
	expect(asked).toEqual(ITEMS.flatMap(() => ['getNodeParameter', 'getNodeParameter']));
	expect(values[0]).toEqual([{ value: { deep: 1 } }, { value: 'a x' }]);
});
