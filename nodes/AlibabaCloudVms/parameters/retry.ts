import { choice } from './encoders/scalar';
import type { Section } from './parameter';
import { growingRounds, retryStrategy } from './structured/retryStrategy';
import { retryStrategyFromBuilder, retryStrategyProperty } from './structured/retryStrategyBuilder';
import { byNumber } from './same';
import { byRounds } from './structured/same';

export const retry: Section = {
	zh: '重试',
	property: {
		displayName: 'Retry',
		name: 'retry',
		type: 'collection',
		placeholder: 'Add Retry Field',
		default: {},
		description: 'Whether and when numbers are called again. What is not added stays as it is.',
	},
	rows: [
		{
			api: 'RetryStrategy',
			zh: '重试策略',
			encode: retryStrategy,
			same: byRounds,
			property: retryStrategyProperty,
			structured: {
				fromBuilder: retryStrategyFromBuilder,
				example: '{"retry":2,"strategy":[{"round":1,"time":"1-1-1"},{"round":2,"time":"2-2-2"}]}',
			},
		},
		{
			api: 'RetryStrategyTimeType',
			zh: '重试策略时间类型',
			readBack: 'listed',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Retry Time Counts From',
				name: 'retryStrategyTimeType',
				type: 'options',
				default: 1,
				// Nothing to count where the strategy was added and left empty. n8n compares deeply, though its
				// type for conditions names scalars only.
				displayOptions: {
					hide: { retryStrategy: [{ _cnd: { eq: {} as string } }, ''] },
				},
				description:
					'What the waiting times of the retry strategy are counted from. From the first call, each round has to be later than the one before.',
				options: [
					{ name: 'First Call', value: 1 },
					{ name: 'Previous Call', value: 2 },
				],
			},
		},
		{
			api: 'RetryStrategyOnlyToday',
			zh: '任务仅当天生效',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Today Only',
				name: 'retryStrategyOnlyToday',
				type: 'options',
				default: 0,
				description:
					'Whether the task holds for the current day only, and which numbers are then deleted from it. Deleted numbers are not called any more.',
				options: [
					{ name: 'Off', value: 0 },
					{ name: 'Delete Numbers to Retry and Numbers Not Called', value: 1 },
					{ name: 'Delete Numbers to Retry', value: 2 },
					{ name: 'Delete Numbers Not Called', value: 3 },
				],
			},
		},
	],
	rules: [growingRounds],
};
