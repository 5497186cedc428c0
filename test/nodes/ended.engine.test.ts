import type { INodeParameters } from 'n8n-workflow';
import { CONTINUE, errorsOf, TASK, useBench } from '../support/bench';
import { actionsOf } from './tasks/scene';

const bench = useBench({ settings: { allowUpdateAfterEnd: true } });

const ENDED = '133226';
const HAS_ENDED = 'The task has ended and cannot start again';
const parameters = (options: INodeParameters, taskId = ENDED) => ({
	taskId,
	details: { name: 'new' },
	options,
});

describe('a task that has ended', () => {
	test.each<[string, INodeParameters]>([
		['nothing is chosen', {}],
		['it does not matter', { whenTaskHasEnded: 'updateAnyway' }],
	])('is updated unread where %s', async (_why, options) => {
		const { output } = await bench.run(parameters(options));
		expect(output[0]?.json.Name).toBe('new');
		expect(actionsOf(bench)).toEqual(['Update']);
	});

	test.each<[string, INodeParameters]>([
		['that is chosen', { whenTaskHasEnded: 'refuse' }],
		['tasks are compared', { onlySendWhatDiffers: true }],
		['running ones are skipped', { whenTaskIsRunning: 'skip' }],
		['running ones are paused', { whenTaskIsRunning: 'pauseUpdateResume' }],
		[
			'the choice is an expression without a value',
			{ whenTaskHasEnded: '={{ $json.no }}', onlySendWhatDiffers: true },
		],
	])('is refused where %s', async (_why, options) => {
		const error = await bench.failure(parameters(options));
		expect(error.message).toBe(`${HAS_ENDED} [item 0]`);
		expect(error.description).toMatch(/^Nothing was sent for this item\. .*'Update Anyway'\.$/);
		expect(actionsOf(bench)).toEqual(['Get']);
	});

	test('is skipped', async () => {
		const { output } = await bench.run(parameters({ whenTaskHasEnded: 'skip' }));
		expect(output[0]?.json).toMatchObject({ Status: 3, action: 'skipped', reason: HAS_ENDED });
		expect(actionsOf(bench)).toEqual(['Get']);
	});

	test('is updated all the same where it is read anyway', async () => {
		const options = { whenTaskHasEnded: 'Update Anyway', whenTaskIsRunning: 'refuse' };
		const { output } = await bench.run(parameters(options));
		expect(output[0]?.json).toMatchObject({ Name: 'new', Status: 3, action: 'updated' });
	});

	test('is one of many', async () => {
		const items = bench.emulator.store.list(TASK.enterpriseId).map(({ Id }) => ({ id: Id }));
		const { output, hints } = await bench.run(
			{
				...parameters({ whenTaskHasEnded: 'refuse', whenTaskIsRunning: 'skip' }),
				taskId: '={{ $json.id }}',
			},
			{ items, node: CONTINUE },
		);
		const count = (status: string) =>
			bench.emulator.store.list(TASK.enterpriseId).filter(({ Status }) => Status === status).length;
		expect(errorsOf(output)).toHaveLength(count('3'));
		expect(output.filter(({ json }) => json.action === 'skipped')).toHaveLength(count('1'));
		expect(hints[0]?.message).toMatch(
			new RegExp(
				`^${count('0') + count('2')} updated, ${count('1')} skipped, ${count('3')} refused, `,
			),
		);
		expect(actionsOf(bench).filter((one) => one === 'Query')).toHaveLength(2);
	});
});
