import { TEST_KEYS } from '../../emulator';
import type { Bench } from '../support/bench';
import { change, during, scene } from './tasks/scene';

/** Every one has an emulator of its own: what waits here waits side by side. */

const OLD = '信用卡账单提醒';

describe('it is told where it does not', () => {
	test.concurrent('as the start is refused for good', async () => {
		const { error, status, name, steps } = await scene({ startResult: { result: 1 } }, {});
		expect(error?.message).toMatch(/^The task is paused and could not be started again: /);
		expect(error?.description).toMatch(
			/^Its fields were updated\. Start the task in the console as soon as /,
		);
		expect(error?.requestId).toEqual(expect.any(String));
		expect([status, name]).toEqual(['2', 'new']);
		expect(steps.filter((step) => step === 'Start').length).toBeGreaterThanOrEqual(3);
	});

	test.concurrent('as the key lost its permission in between', async () => {
		const meanwhile = async (bench: Bench) =>
			await during(bench, 'CloudUpdateTask', () => {
				bench.emulator.settings.keys = [{ ...TEST_KEYS.active, allowedActions: [] }];
			});
		const { error, status } = await scene({}, {}, { meanwhile });
		expect(error?.message).toMatch(
			/^The task is probably paused and could not be started again: .*permission/,
		);
		expect(error?.description).toMatch(/^Its fields were not updated: /);
		expect(error?.code).toBe('NoPermission');
		expect(status).toBe('2');
		expect(JSON.stringify(error)).not.toContain(TEST_KEYS.active.accessKeySecret);
	});

	test.concurrent('as the gateway is gone in between', async () => {
		const meanwhile = async (bench: Bench) =>
			await during(bench, 'CloudUpdateTask', () => {
				bench.emulator.settings.fault = 'dropBeforeApply';
			});
		const { error, status } = await scene({}, {}, { meanwhile });
		expect(error?.message).toMatch(/^The task is probably paused and could not be started again: /);
		expect(error?.description).toMatch(/^Its fields were updated\./);
		expect(status).toBe('2');
	});

	test.concurrent('as it ended while it was paused', async () => {
		const meanwhile = async (bench: Bench) =>
			await during(bench, 'CloudStartTask', () => change(bench, { Status: '3' }));
		const { error, steps } = await scene({}, {}, { meanwhile });
		expect(error?.message).toBe(
			'The task ended while it was paused, and cannot start again [item 0]',
		);
		expect(error?.description).toMatch(/^Its fields were updated\./);
		expect(steps).toEqual(['Pause', 'Update', 'Start']);
	});
});

describe('it is left alone', () => {
	const meanwhileAtPause = (changes: Record<string, string>) => async (bench: Bench) =>
		await during(bench, 'CloudPauseTask', () => change(bench, changes));

	test.concurrent('where somebody else has paused it', async () => {
		const meanwhile = meanwhileAtPause({ Status: '2' });
		const { json, status, steps } = await scene({}, {}, { meanwhile });
		expect(json).toMatchObject({
			Name: 'new',
			Status: 2,
			warnings: 'Somebody else paused the task meanwhile, so it was not started again',
		});
		expect(json).not.toHaveProperty('resumed');
		expect([status, steps]).toEqual(['2', ['Pause', 'Update']]);
	});

	test.concurrent('where it ended before the pause', async () => {
		const { error, steps, name } = await scene(
			{},
			{},
			{ meanwhile: meanwhileAtPause({ Status: '3' }) },
		);
		expect(error?.message).toMatch(/^The task could not be paused and is ended: /);
		expect(error?.description).toMatch(/^Nothing was updated\./);
		expect([steps, name]).toEqual([['Pause'], OLD]);
	});

	test.concurrent('where the key may not pause it', async () => {
		const keys = [
			{
				...TEST_KEYS.active,
				allowedActions: ['CloudGetTask', 'CloudUpdateTask', 'CloudStartTask'],
			},
		];
		const { error, steps, status } = await scene({ keys }, {});
		expect(error?.message).toMatch(/^The task could not be paused: /);
		expect([steps, status]).toEqual([['Pause'], '1']);
	});

	test.concurrent('where nothing differs', async () => {
		const { json, steps } = await scene({}, { details: { name: OLD } });
		expect(json).toMatchObject({ Name: OLD, Status: 1, action: 'unchanged' });
		expect(steps).toEqual([]);
	});
});
