import type { INodeProperties } from 'n8n-workflow';
import { plainText } from '../encoders/scalar';
import type { Structured } from '../parameter';
import { choices, type Choice } from '../words';
import { groupOf, structured } from './json';

type Step =
	| { sort: number; type: 'retryCall'; desc: number }
	| { sort: number; type: 'firstCall'; orderType: number };

const KINDS: readonly Choice[] = [
	{ name: 'Numbers to Retry', value: 'retryCall', zh: '重试号码' },
	{ name: 'Numbers Not Called Yet', value: 'firstCall', zh: '未呼叫号码' },
];
const OF_RETRIES: readonly Choice[] = [
	{ name: 'Early Rounds First', value: 0, zh: '轮次靠前的先呼' },
	{ name: 'Late Rounds First', value: 1, zh: '轮次靠后的先呼' },
];
const OF_FIRST_CALLS: readonly Choice[] = [
	{ name: 'By Priority', value: 0, zh: '顺序（优先级）' },
	{ name: 'At Random', value: 1, zh: '随机' },
	{ name: 'By Import Time', value: 2, zh: '顺序（导入时间）' },
];

export const callPriorityStrategyProperty: INodeProperties = {
	displayName: 'Call Order',
	name: 'callPriorityStrategy',
	type: 'fixedCollection',
	default: { order: { first: 'retryCall', desc: 0, orderType: 0 } },
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
					options: choices(KINDS),
				},
				{
					displayName: 'Order of Retries',
					name: 'desc',
					type: 'options',
					required: true,
					default: 0,
					description: 'The order among numbers that wait for a retry',
					options: choices(OF_RETRIES),
				},
				{
					displayName: 'Order of First Calls',
					name: 'orderType',
					type: 'options',
					required: true,
					default: 0,
					description: 'The order among numbers that were not called yet',
					options: choices(OF_FIRST_CALLS),
				},
			],
		},
	],
};

function fromBuilder(builder: unknown): unknown {
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

export const callPriorityStrategyStructure: Structured = {
	fromBuilder,
	example:
		'{"strategy":[{"sort":1,"type":"retryCall","desc":0},{"sort":2,"type":"firstCall","orderType":0}]}',
	advanced:
		'{"strategy":[{"sort":1,"type":"firstCall","orderType":2},{"sort":2,"type":"retryCall","desc":1}]}',
	keys: [
		{ key: 'strategy[].sort', en: 'the place of these numbers', zh: '这些号码的先后' },
		{ key: 'strategy[].type', en: 'which numbers', zh: '哪些号码', choices: KINDS },
		{
			key: 'strategy[].desc',
			en: 'the order among the numbers to retry',
			zh: '重试号码的顺序',
			choices: OF_RETRIES,
		},
		{
			key: 'strategy[].orderType',
			en: 'the order among the numbers not called yet',
			zh: '未呼叫号码的顺序',
			choices: OF_FIRST_CALLS,
		},
	],
	words: callOrderWords,
};

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

const nameOf = (choices: ReadonlyArray<{ name: string; value: unknown }>, value: unknown): string =>
	choices.find((choice) => choice.value === value)?.name.toLowerCase() ?? String(value);

/** `numbers to retry (early rounds first), then numbers not called yet (by priority)`. */
function callOrderWords(value: unknown): string {
	return [...(value as { strategy: Step[] }).strategy]
		.sort((one, other) => one.sort - other.sort)
		.map((step) => {
			const order =
				step.type === 'retryCall'
					? nameOf(OF_RETRIES, step.desc)
					: nameOf(OF_FIRST_CALLS, step.orderType);
			return `${nameOf(KINDS, step.type)} (${order})`;
		})
		.join(', then ');
}
