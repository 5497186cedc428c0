import { TEST_KEYS, type Emulator, type Settings } from '../../emulator';
import { credentialOf, errorsOf, TASK, useBench } from '../support/bench';
import { runInChild, type ChildJob } from '../support/runInChild';
import { change, RUNNING } from './tasks/scene';

/** Processes of their own: what n8n prints is theirs, and so are the tasks that each believes to hold. */

const bench = useBench();
let emulator: Emulator;
beforeEach(() => {
	({ emulator } = bench);
});

const process = async (parameters: object, items = 1, more: Partial<ChildJob> = {}) =>
	await runInChild(
		{
			parameters: {
				taskId: RUNNING,
				details: { name: 'new' },
				options: { whenTaskIsRunning: 'pauseUpdateResume' },
				...parameters,
			},
			credential: credentialOf(TEST_KEYS.active, { endpoint: emulator.url }),
			items,
			onError: 'continueRegularOutput',
			...more,
		},
		{ N8N_LOG_LEVEL: 'info', N8N_LOG_OUTPUT: 'console', NO_COLOR: '1' },
	);

const NAMED = `Call task ${RUNNING} of enterprise ${TASK.enterpriseId}`;

test.each<[string, Partial<Settings>, string[]]>([
	['is changed', {}, ['is paused for an update', 'was started again']],
	[
		'is left paused',
		{ startResult: { result: 1 } },
		[
			'is paused for an update',
			'was left standing: The task is paused and could not be started again',
		],
	],
	[
		'can not be paused',
		{ keys: [{ ...TEST_KEYS.active, allowedActions: ['CloudGetTask'] }] },
		['is paused for an update', 'was not paused'],
	],
])("a task that %s leaves lines in n8n's log", async (_what, settings, lines) => {
	Object.assign(emulator.settings, settings);
	const { printed } = await process({});
	const found = printed.split('\n').flatMap((line) => line.split(`${NAMED} `).slice(1));
	expect(found).toEqual(lines.map((line) => expect.stringMatching(`^${line}.*\\[execution 1\\]`)));
	expect(printed).not.toContain(TEST_KEYS.active.accessKeySecret);
});

test('no task is paused by a process that was told to end before its first pause', async () => {
	const { output = [] } = await process({}, 2, { isToldToEnd: true });
	const messages = errorsOf(output).map(({ message }) => message);
	expect(messages).toEqual(
		[0, 1].map(
			(item) => `Task 133230, item ${item}: n8n was told to stop, so no further task is paused`,
		),
	);
	expect(emulator.requests).toEqual([]);
});

test('two processes on the same running tasks change them all, and all run in the end', async () => {
	const ids = emulator.store
		.list(TASK.enterpriseId)
		.slice(0, 8)
		.map(({ Id }) => Id);
	for (const id of ids) change(bench, { Status: '1' }, id);
	emulator.settings.latencyMs = { min: 0, max: 20 };
	const parameters = { taskId: `={{ ${JSON.stringify(ids)}[$itemIndex] }}` };
	const runs = await Promise.all([process(parameters, 8), process(parameters, 8)]);
	const errors = runs.flatMap(({ output = [] }) => output.map(({ json }) => json.error ?? null));
	expect(errors).toEqual(Array.from({ length: 16 }, () => null));
	expect(ids.map((id) => emulator.store.find(TASK.enterpriseId, id)?.Status)).toEqual(
		ids.map(() => '1'),
	);
});
