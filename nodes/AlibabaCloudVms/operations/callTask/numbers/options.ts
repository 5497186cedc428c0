import { flag, number } from '../../../parameters/encoders/scalar';
import { option, type ValuesOf } from '../../option';
import { CHANGING, CHECKING, COLUMNS } from '../../options';

/** The vendor's limit on the numbers of one batch. */
const MOST_OF_BATCH = 100_000;

export const options = {
	...CHANGING,
	...CHECKING,
	...COLUMNS,
	exactBatchName: option<boolean>({
		read: flag,
		isWide: true,
		property: {
			displayName: 'Exact Batch Name',
			name: 'exactBatchName',
			type: 'boolean',
			default: false,
			description:
				'Whether to send the batch name without the mark behind it. Where an answer is lost, the node then cannot tell this batch from another one of the same name.',
		},
	}),
	numbersPerBatch: option<number>({
		read: number,
		isWide: true,
		property: {
			displayName: 'Numbers per Batch',
			name: 'numbersPerBatch',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MOST_OF_BATCH, numberPrecision: 0 },
			default: MOST_OF_BATCH,
			description:
				'Most numbers that are sent together. There are fewer where they would make a request of more than 8 MB.',
		},
	}),
} as const;

export type ImportOptions = ValuesOf<typeof options>;
