import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Result } from '../gateway/failure';
import { flag, number } from '../parameters/encoders/scalar';
import { createOwnReader, wrongIn } from './ownFields';

const FIELDS = {
	returnAll: {
		read: flag,
		property: {
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
	},
	limit: {
		read: number,
		property: {
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			displayOptions: { show: { returnAll: [false] } },
			description: 'Max number of results to return',
		},
	},
} as const satisfies Record<string, { read: unknown; property: INodeProperties }>;

/** How much of a list is wanted. */
export const HOW_MANY: readonly INodeProperties[] = [
	FIELDS.returnAll.property,
	FIELDS.limit.property,
];

/** How many entries of a list an item wants, infinite for all of them. */
export function howManyOf(context: IExecuteFunctions): (itemIndex: number) => Result<number> {
	const readItem = createOwnReader(context, FIELDS);
	return (itemIndex) => {
		const read = readItem(itemIndex);
		const returnAll = read('returnAll');
		if (returnAll.value === true) return { ok: true, value: Number.POSITIVE_INFINITY };
		const limit = read('limit');
		const wrong = wrongIn([
			[FIELDS.returnAll, returnAll],
			[FIELDS.limit, limit],
		]);
		return wrong ?? { ok: true, value: Number(limit.value) };
	};
}
