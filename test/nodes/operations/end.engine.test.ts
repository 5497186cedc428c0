import type { INodeParameters } from 'n8n-workflow';
import { TEST_KEYS } from '../../../emulator';
import {
	CONTINUE,
	credentialOf,
	errorsOf,
	TASK,
	useBench,
	type RunOptions,
} from '../../support/bench';
import { runInChild } from '../../support/runInChild';
import { actionsOf, answer, change, during, statusOf, stepsOf } from '../tasks/scene';

const MINUTE_MS = 60_000;
const CHINA_MS = 8 * 60 * MINUTE_MS;

/** The service changes running tasks, and its clock is ahead: what ends in a minute or two has ended. */
const bench = useBench({ settings: { allowUpdateWhileRunning: true, pastStopEnds: true } });
beforeEach(() => {
	bench.clock.skewMs = 3 * MINUTE_MS;
});

const NEW = TASK.taskId;
const RUNNING = '133230';
const PAUSED = '133227';
const ENDED = '133226';

const CONFIRMED: INodeParameters = { operation: 'end', confirmEnd: true };

const run = async (parameters: INodeParameters, more: RunOptions = {}) =>
	await bench.run({ ...CONFIRMED, ...parameters }, { node: CONTINUE, ...more });

const end = async (taskId: string, options: INodeParameters = {}, more: RunOptions = {}) => {
	const { output } = await run({ taskId, options }, more);
	return { json: output[0]?.json ?? {}, error: errorsOf(output)[0] };
};

test.each([RUNNING, PAUSED])('ends the task %s by its schedule', async (taskId) => {
	const earliest = Date.now() + MINUTE_MS;
	const { json } = await end(taskId);
	const latest = Date.now() + 2 * MINUTE_MS;
	expect(actionsOf(bench)).toEqual(['Get', 'Update', 'Get']);
	const { AutoStopDay, AutoStopTime, ...sent } = bench.sent[1] ?? {};
	expect(sent).toEqual({
		EnterpriseId: TASK.enterpriseId,
		TaskId: taskId,
		AutoStop: '1',
		ForceEndFlag: '1',
	});
	// The first full minute that is a minute away, on the clocks of China.
	const at = Date.parse(`${AutoStopDay}T${AutoStopTime}Z`) - CHINA_MS;
	expect(AutoStopTime).toMatch(/^\d\d:\d\d:00$/);
	expect(at).toBeGreaterThanOrEqual(earliest);
	expect(at).toBeLessThanOrEqual(latest);
	expect(json).toMatchObject({
		Id: taskId,
		action: 'ended',
		summary: 'The task has ended for good',
		warnings: '',
		Status: 3,
		endsAt: `${AutoStopDay} ${AutoStopTime}`,
		details: { statusBefore: taskId === RUNNING ? 1 : 2 },
	});
	expect(statusOf(bench, taskId)).toBe('3');
});

describe('nothing ends without a person who has switched it on', () => {
	test.each([
		['not at all', undefined, "'Confirm End' is off"],
		['off', false, "'Confirm End' is off"],
		['by an expression', '={{ true }}', "'Confirm End' holds a text or an expression, "],
		[
			'by an agent',
			"={{ $fromAI('confirm', '', 'boolean') }}",
			"'Confirm End' holds a text or an expression, ",
		],
		['by a text', 'true', "'Confirm End' holds a text or an expression, "],
	])('%s', async (_how, confirmEnd, message) => {
		const { output } = await run({ taskId: RUNNING, confirmEnd }, { items: [{}, {}] });
		expect(errorsOf(output)).toHaveLength(2);
		expect(errorsOf(output)[0]?.message).toMatch(message);
		expect(errorsOf(output)[0]?.description).toMatch(/^Nothing was sent for this item\./);
		expect(bench.sent).toEqual([]);
	});
});

test('a task that has not started is refused, and nothing is sent', async () => {
	const { error } = await end(NEW);
	expect(error?.message).toBe('The task has not started, so there is nothing to end [item 0]');
	expect(stepsOf(bench)).toEqual([]);
});

test.each([
	['takeAsDone', undefined],
	['refuse', 'The task has ended already [item 0]'],
])('a task that has ended already: %s', async (alreadyInThisState, message) => {
	const { json, error } = await end(ENDED, { alreadyInThisState });
	expect(error?.message).toBe(message);
	if (!message) expect(json).toMatchObject({ action: 'unchanged', Status: 3, endsAt: null });
	expect(stepsOf(bench)).toEqual([]);
});

test('is told to end where that is not waited for', async () => {
	bench.clock.skewMs = 0;
	const { json } = await end(RUNNING, { waitUntilDone: false });
	const { AutoStopDay, AutoStopTime } = bench.sent[1] ?? {};
	const moment = `${AutoStopDay} ${AutoStopTime}`;
	expect(json).toMatchObject({
		action: 'ending',
		summary: `The task is to end at ${moment} China time, which was not waited for`,
		Status: 1,
		endsAt: moment,
	});
});

describe('what is not waited for', () => {
	const NOW = { waitUntilDone: false };

	test.each<[string, object]>([
		['null', { Code: 'OK', RequestId: 'R-1', Data: null }],
		['what it had', { Code: 'OK', RequestId: 'R-1', Data: { Id: RUNNING, AutoStop: '0' } }],
	])('is no end where the task does not have the stop time: %s', async (_what, body) => {
		const ended = end(RUNNING, NOW);
		await during(bench, 'CloudUpdateTask', () => {
			bench.emulator.settings.answer = { status: 200, body: JSON.stringify(body), next: 1 };
		});
		const { error } = await ended;
		expect(error?.message).toMatch(
			/^The task was told to end at .*, but looked at right afterwards it is running/,
		);
		expect(error?.description).toMatch(/but the task does not have that stop time/);
		expect(error).toMatchObject({ code: 'OK', requestId: 'R-1' });
	});

	test('has a warning where the task could not be looked at', async () => {
		const ended = end(RUNNING, NOW);
		await during(bench, 'CloudUpdateTask', () =>
			bench.emulator.failNext({ kind: 'internalError', action: 'CloudGetTask' }),
		);
		const { json } = await ended;
		expect(json).toMatchObject({ action: 'ending', Status: null });
		expect(json.warnings).toMatch(/^Whether the task has that stop time could not be read after/);
	});

	test('is set in whatever way the service spells it', async () => {
		bench.clock.skewMs = 0;
		bench.emulator.settings.shownAs = { AutoStop: 'true', ForceEndFlag: '01' };
		expect((await end(RUNNING, NOW)).json).toMatchObject({ action: 'ending', warnings: '' });
	});
});

describe('the truth where it does not end', () => {
	const WAIT = { waitAtMost: 1 };
	const SAYS = /^The task was told to end at [\d-]+ [\d:]+ China time, but 1 s later it is /;

	test.each([
		['the schedule is not heeded', RUNNING, { scheduleEnds: 'nothing' } as const, 'running'],
		[
			'the schedule ends running tasks only',
			PAUSED,
			{ scheduleEnds: 'running' } as const,
			'paused',
		],
		['the moment is past for the service', RUNNING, { pastStopEnds: false }, 'running'],
	])('as %s', async (_why, taskId, settings, words) => {
		Object.assign(bench.emulator.settings, settings);
		const { error } = await end(taskId, WAIT);
		expect(error?.message).toMatch(SAYS);
		expect(error?.message).toContain(`it is ${words} [item 0]`);
		expect(error?.description).toMatch(/^The stop time stands in the task, and it may end yet\./);
		expect(error).toMatchObject({ code: 'OK', requestId: expect.any(String) });
	});

	test('as the time is up before the moment comes', async () => {
		bench.clock.skewMs = 0;
		const { error } = await end(RUNNING, WAIT);
		expect(error?.description).toMatch(
			/may end yet\. That time had not come when 'Wait at Most' under Options was over\. /,
		);
	});

	test('as the stop time did not take', async () => {
		bench.emulator.settings.untakenParameters = ['AutoStopTime', 'ForceEndFlag'];
		const { error } = await end(RUNNING, WAIT);
		expect(error?.message).toMatch(SAYS);
		expect(error?.description).toMatch(/but the task does not have that stop time/);
	});

	test('as the service changes no running task', async () => {
		bench.emulator.settings.allowUpdateWhileRunning = false;
		const { error } = await end(RUNNING);
		expect(error?.message).toMatch(/任务运行中，不能修改/);
		expect(error?.description).toMatch(/Pause it first, and end it then\./);
		expect(statusOf(bench)).toBe('1');
	});

	test('as the task can be read no more', async () => {
		const ended = end(RUNNING);
		await during(bench, 'CloudUpdateTask', () => {
			bench.emulator.settings.forceRefusal = {
				code: 'NoPermission',
				httpStatus: 403,
				message: 'no',
				action: 'CloudGetTask',
			};
		});
		expect((await ended).error?.message).toMatch(
			/^The task was told to end at .* China time, but could not be read afterwards: The key has no/,
		);
	});

	test('as the answer is about another task', async () => {
		bench.emulator.settings.shownAs = { AutoStop: '0' };
		const ended = end(RUNNING);
		await during(bench, 'CloudUpdateTask', () => {
			const body = JSON.stringify({ Code: 'OK', RequestId: 'R-1', Data: { Id: '999' } });
			bench.emulator.settings.answer = { status: 200, body, next: 1 };
		});
		const { error } = await ended;
		expect(error?.message).toMatch(/^The answer says OK, but is about task "999"/);
		expect(error?.description).toMatch(/may have been applied/);
	});
});

describe('an answer that is lost', () => {
	test('does not hide that the stop time is set', async () => {
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudUpdateTask' });
		const { json } = await end(RUNNING);
		expect(json).toMatchObject({ action: 'ended', Status: 3 });
		expect(json.warnings).toMatch(/^No answer proves that the stop time was set, but the task has/);
	});

	test('says when the task would end', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudUpdateTask' });
		const { error } = await end(RUNNING);
		expect(error?.description).toMatch(
			/may have been applied.* If it was applied all the same, the task ends at .* China time\.$/,
		);
		expect(statusOf(bench)).toBe('1');
	});
});

test('a stop in the middle of the wait says that it ends without the execution', async () => {
	bench.clock.skewMs = 0;
	const stop = new AbortController();
	const ended = end(RUNNING, {}, { signal: stop.signal });
	await answer(bench, 'CloudUpdateTask');
	stop.abort();
	const { error } = await ended;
	expect(error?.message).toBe('The execution was stopped [item 0]');
	expect(error?.description).toMatch(
		/^The task was told to end at .*, and ends without this execution\.$/,
	);
});

test('n8n that is told to end is not kept waiting, and the task ends all the same', async () => {
	bench.clock.skewMs = 0;
	const { output, error } = await runInChild(
		{
			parameters: { ...CONFIRMED, taskId: RUNNING, options: { waitAtMost: 3600 } },
			credential: credentialOf(TEST_KEYS.active, { endpoint: bench.emulator.url }),
			onError: CONTINUE.onError,
			isToldToEnd: true,
		},
		{},
	);
	expect(error).toBeUndefined();
	const [told] = errorsOf(output ?? []);
	expect(told?.message).toMatch(/^n8n was told to stop, so the task was not waited for/);
	expect(told?.description).toMatch(/^The task was told to end at .*, and ends without this exec/);
	expect(stepsOf(bench)).toEqual(['Update']);
});

test('who waits for the end keeps nobody from pausing the task', async () => {
	bench.clock.skewMs = 0;
	const stop = new AbortController();
	const ended = end(RUNNING, { waitAtMost: 3600 }, { signal: stop.signal });
	await answer(bench, 'CloudUpdateTask');
	const { output } = await bench.run({ operation: 'pause', taskId: RUNNING });
	expect(output[0]?.json).toMatchObject({ action: 'paused', Status: 2 });
	stop.abort();
	expect((await ended).error?.description).toMatch(/and ends without this execution\.$/);
});

test('a task that somebody else ends between look and deed is ended', async () => {
	bench.emulator.settings.allowUpdateAfterEnd = true;
	const ended = end(RUNNING);
	await during(bench, 'CloudUpdateTask', () => change(bench, { Status: '3' }));
	expect((await ended).json).toMatchObject({ action: 'ended', Status: 3 });
});

test('several items of one task end it once', async () => {
	const items = [{ id: RUNNING }, { id: RUNNING }];
	const { output, hints } = await run({ taskId: '={{ $json.id }}' }, { items });
	expect(output.map(({ json }) => json.action)).toEqual(['ended', 'unchanged']);
	expect(stepsOf(bench)).toEqual(['Update']);
	expect(hints[0]?.message).toMatch(/^1 ended, 1 ended already/);
});
