import { TEST_KEYS, type FaultShare, type Settings } from '../../emulator';
import type { Bench } from '../support/bench';
import { during, scene } from './tasks/scene';

/** Every cell has an emulator of its own: they go side by side. */

const OLD = '信用卡账单提醒';
const LONG_MS = 60_000;
const always = (kind: FaultShare['kind'], action: string): FaultShare => ({
	kind,
	action,
	share: 1,
});
const keysFor = (...allowedActions: string[]) => [{ ...TEST_KEYS.active, allowedActions }];

interface Cause {
	settings?: Partial<Settings>;
	faults?: FaultShare[];
	/** The execution is stopped while a request of the action is at the gateway. */
	stopAt?: { action: string; passing: number };
	meanwhile?(bench: Bench): Promise<void>;
}

const PAUSES = {
	done: {},
	lost: { faults: [always('dropAfterApply', 'CloudPauseTask')] },
	unconfirmed: { settings: { pauseTakesMs: 60_000 } },
	refused: { settings: { keys: keysFor('CloudGetTask', 'CloudUpdateTask', 'CloudStartTask') } },
} satisfies Record<string, Cause>;

const UPDATES = {
	done: {},
	refused: {
		settings: {
			forceRefusal: {
				code: 'isv.NO',
				httpStatus: 200,
				message: 'not today',
				action: 'CloudUpdateTask',
			},
		},
	},
	lost: { faults: [always('dropAfterApply', 'CloudUpdateTask')] },
	stopped: { stopAt: { action: 'CloudUpdateTask', passing: 0 } },
	// The second look is the one that sees it paused.
	notSent: { stopAt: { action: 'CloudGetTask', passing: 1 } },
} satisfies Record<string, Cause>;

const STARTS = {
	runs: {},
	unseen: {
		meanwhile: async (bench: Bench) =>
			await during(bench, 'CloudStartTask', () => {
				bench.emulator.settings.keys = keysFor('CloudStartTask');
			}),
	},
	refused: { settings: { startResult: { result: 1 } } },
	lost: { faults: [always('dropBeforeApply', 'CloudStartTask')] },
} satisfies Record<string, Cause>;

type Pause = keyof typeof PAUSES;
type Update = keyof typeof UPDATES;
type Start = keyof typeof STARTS;

async function cell(pause: Pause, update: Update, start: Start) {
	const causes: Cause[] = [PAUSES[pause], UPDATES[update], STARTS[start]];
	const stopped = new AbortController();
	const settings: Partial<Settings> = Object.assign({}, ...causes.map((one) => one.settings), {
		faults: causes.flatMap(({ faults = [] }) => faults),
	});
	return await scene(
		settings,
		{ options: { maximumAttempts: 1 } },
		{
			signal: stopped.signal,
			meanwhile: async (bench) => {
				for (const { action, passing } of causes.flatMap(({ stopAt = [] }) => stopAt)) {
					await during(bench, action, () => stopped.abort(), passing);
				}
				await Promise.all(causes.map(async (one) => await one.meanwhile?.(bench)));
			},
		},
	);
}

const OPEN = 'The change may have been applied';
const START_IT = 'Start the task in the console as soon as the cause is gone';
const MAY_START = 'The start may have been applied all the same';
const ANSWERED = 'answered with OK; since then it is in a state that could not be read';

/** What is said where the start is well, or not to be seen: the update's own failure, and this. */
const UPDATE_SAYS: Record<Exclude<Update, 'done'>, { message: RegExp; says: string[] }> = {
	refused: { message: /not today/, says: [] },
	lost: { message: /^The connection to .* broke/, says: [OPEN] },
	stopped: { message: /^The execution was stopped/, says: [OPEN] },
	notSent: { message: /^The execution was stopped/, says: ['Nothing was updated'] },
};
/** What is said of the fields where the task stands still. */
const FIELDS_SAY: Record<Update, string> = {
	done: 'Its fields were updated.',
	refused: 'Its fields were not updated: ',
	lost: 'Its fields may have been updated: The connection to',
	stopped: 'Its fields may have been updated: the execution was stopped',
	notSent: 'Its fields were not updated: The execution was stopped',
};
const START_SAYS = {
	runs: 'The task was paused for this and is running again.',
	unseen: `The task was paused for this and its start was ${ANSWERED}`,
};
const STANDS = /^The task is paused and could not be started again: /;
const NAMES: Record<Update, string[]> = {
	done: ['new'],
	refused: [OLD],
	lost: ['new'],
	stopped: [OLD, 'new'],
	notSent: [OLD],
};

const saysNothingFalse = (description: string) => {
	const isDenied = /Nothing was updated|were not updated|Nothing was (sent|changed)/.test(
		description,
	);
	const isOpen = /may have been (applied: read|updated)/.test(description);
	expect(isDenied && isOpen).toBe(false);
};

const cells = <P extends Pause, U extends Update>(pauses: readonly P[], updates: readonly U[]) =>
	pauses.flatMap((pause) =>
		updates.flatMap((update) =>
			(['runs', 'unseen', 'refused', 'lost'] as const).map((start) => ({ pause, update, start })),
		),
	);

const FAILED = ['refused', 'lost', 'stopped', 'notSent'] as const;
const ALL = ['done', ...FAILED] as const;

describe('a task that was paused', () => {
	test.concurrent.each(
		cells(['done', 'lost'], ['done']).filter(({ start }) => start in START_SAYS),
	)(
		'%j',
		async ({ pause, update, start }) => {
			const { json, name } = await cell(pause, update, start);
			expect(name).toBe('new');
			expect(json.resumed ?? false).toBe(start === 'runs');
			expect(json.warnings).toBe(start === 'runs' ? '' : START_SAYS.unseen);
		},
		LONG_MS,
	);

	test.concurrent.each(cells(['done', 'lost'], FAILED).filter(({ start }) => start in START_SAYS))(
		'%j',
		async ({ pause, update, start }) => {
			const { error, name } = await cell(pause, update, start);
			const startSays = START_SAYS[start as 'runs' | 'unseen'];
			expect(NAMES[update]).toContain(name);
			const { message, says } = UPDATE_SAYS[update];
			const description = String(error?.description);
			expect(error?.message).toMatch(message);
			for (const sentence of [...says, startSays]) expect(description).toContain(sentence);
			saysNothingFalse(description);
		},
		LONG_MS,
	);

	test.concurrent.each(cells(['done', 'lost'], ALL).filter(({ start }) => !(start in START_SAYS)))(
		'and was left standing: %j',
		async ({ pause, update, start }) => {
			const { error, name, status } = await cell(pause, update, start);
			const description = String(error?.description);
			expect([error?.message, status]).toEqual([expect.stringMatching(STANDS), '2']);
			expect(NAMES[update]).toContain(name);
			expect(description.startsWith(FIELDS_SAY[update])).toBe(true);
			expect(description).toContain(START_IT);
			expect(description.includes(MAY_START)).toBe(start === 'lost');
			saysNothingFalse(description);
		},
		LONG_MS,
	);
});

describe('a pause that', () => {
	test.concurrent.each([
		['runs', /^The pause was answered with OK, but the task is running/, 'is seen running', '1'],
		['unseen', /^The pause was answered with OK/, `The start that followed was ${ANSWERED}`, '1'],
	] as const)(
		'could not be confirmed, start: %s',
		async (start, message, says, status) => {
			const run = await cell('unconfirmed', 'done', start);
			expect(run.error?.message).toMatch(message);
			expect(run.error?.description).toMatch(/^Nothing was updated\. /);
			expect(run.error?.description).toContain(says);
			expect([run.status, run.name]).toEqual([status, OLD]);
		},
		LONG_MS,
	);

	test.concurrent(
		'was refused',
		async () => {
			const { error, status, name, steps } = await cell('refused', 'done', 'runs');
			expect(error?.message).toMatch(/^The task could not be paused: /);
			expect(error?.description).toMatch(/^Nothing was updated\. /);
			expect([status, name, steps]).toEqual(['1', OLD, ['Pause']]);
		},
		LONG_MS,
	);

	test.concurrent.each(['refused', 'lost'] as const)(
		'could not be confirmed, nor its task be seen or started: %s',
		async (start) => {
			const { settings = {}, faults = [] }: Cause = STARTS[start];
			const run = await scene(
				{ pauseTakesMs: 60_000, ...settings, faults },
				{ options: { maximumAttempts: 1 } },
				STARTS.unseen,
			);
			expect(run.error?.message).toMatch(
				/^The task is possibly paused and could not be started again: /,
			);
			const description = String(run.error?.description);
			expect(description).toMatch(
				/^Nothing was updated\. The pause was answered with OK, but the task is running\. /,
			);
			expect(description.includes(MAY_START)).toBe(start === 'lost');
			expect(description).toContain(START_IT);
			expect([run.status, run.name]).toEqual(['2', OLD]);
		},
		LONG_MS,
	);
});
