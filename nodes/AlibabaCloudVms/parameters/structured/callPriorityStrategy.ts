import type { INodeProperties } from 'n8n-workflow';
import { plainText } from '../encoders/scalar';
import { groupOf, structured } from './json';

type Step =
	| { sort: number; type: 'retryCall'; desc: number }
	| { sort: number; type: 'firstCall'; orderType: number };

export const callPriorityStrategyProperty: INodeProperties = {
	displayName: 'Call Order',
	name: 'callPriorityStrategy',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Set Call Order',
	description: 'Which numbers of the task are called first',
	options: [
		{
			displayName: 'Order',
			name: 'order',
			values: [
				{
					displayName: 'First',
					name: 'first',
					type: 'options',
					required: true,
					default: 'retryCall',
					description: 'The numbers that go first; the others follow',
					options: [
						{ name: 'Numbers to Retry', value: 'retryCall' },
						{ name: 'Numbers Not Called Yet', value: 'firstCall' },
					],
				},
				{
					displayName: 'Order of Retries',
					name: 'desc',
					type: 'options',
					required: true,
					default: 0,
					description: 'The order among numbers that wait for a retry',
					options: [
						{ name: 'Early Rounds First', value: 0 },
						{ name: 'Late Rounds First', value: 1 },
					],
				},
				{
					displayName: 'Order of First Calls',
					name: 'orderType',
					type: 'options',
					required: true,
					default: 0,
					description: 'The order among numbers that were not called yet',
					options: [
						{ name: 'By Priority', value: 0 },
						{ name: 'Random', value: 1 },
						{ name: 'By Import Time', value: 2 },
					],
				},
			],
		},
	],
};

export function callPriorityStrategyFromBuilder(builder: unknown): unknown {
	const [order = {}] = groupOf(builder, 'order');
	const retries = { type: 'retryCall', desc: order.desc };
	const first = { type: 'firstCall', orderType: order.orderType };
	// What an expression gives may be neither: it stands as it is, to be refused.
	const steps =
		plainText(order.first) === 'firstCall'
			? [first, retries]
			: [{ ...retries, type: order.first }, first];
	return { strategy: steps.map((step, index) => ({ sort: index + 1, ...step })) };
}

export const callPriorityStrategy = structured((structure, reader) => {
	const { strategy } = reader.object(structure, '', ['strategy']) ?? {};
	const steps = reader.array(strategy, 'strategy', 1).map((entry, index): Step => {
		const where = `entry ${index + 1}`;
		const step = reader.object(entry, where, ['sort', 'type'], ['desc', 'orderType']) ?? {};
		const sort = reader.integer(step.sort, `${where}, sort`, 1);
		const type = reader.oneOf(step.type, `${where}, type`, ['retryCall', 'firstCall'] as const);
		return type === 'retryCall'
			? { sort, type, desc: reader.oneOf(step.desc, `${where}, desc`, [0, 1]) }
			: { sort, type, orderType: reader.oneOf(step.orderType, `${where}, orderType`, [0, 1, 2]) };
	});
	for (const key of ['type', 'sort'] as const) {
		const values = steps.map((step) => step[key]);
		if (new Set(values).size < values.length) reader.note('', `gives the same ${key} twice`);
	}
	return { strategy: steps };
});
