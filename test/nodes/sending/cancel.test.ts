import { runInThisContext } from 'node:vm';
import { setImmediate as turn } from 'node:timers/promises';
import { forManyListeners } from '../../../nodes/AlibabaCloudVms/sending/cancel';

test('many may listen to the end of the execution without a warning, and all are told', async () => {
	const warnings: string[] = [];
	const onWarning = ({ name }: Error) => void warnings.push(name);
	// Jest gives tests a process object of their own, which hears of no warning.
	const realProcess = runInThisContext('process') as NodeJS.Process;
	realProcess.on('warning', onWarning);
	const controller = new AbortController();
	const signal = forManyListeners(controller.signal);
	let told = 0;
	for (let i = 0; i < 60; i++) signal?.addEventListener('abort', () => told++);
	controller.abort();
	await turn();
	realProcess.off('warning', onWarning);
	expect({ told, aborted: signal?.aborted, warnings }).toEqual({
		told: 60,
		aborted: true,
		warnings: [],
	});
});

test('an execution that has ended already stays so, and one without a signal has none', () => {
	expect(forManyListeners(AbortSignal.abort())?.aborted).toBe(true);
	expect(forManyListeners(undefined)).toBeUndefined();
});
