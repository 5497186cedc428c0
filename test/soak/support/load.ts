import type { IDataObject } from 'n8n-workflow';
import {
	DEFAULT_ENTERPRISE_ID,
	newTask,
	type FaultShare,
	type Settings,
	type Task,
} from '../../../emulator';

/** Of each 100 requests 20 go wrong, each in its own way. */
export const MIX: FaultShare[] = [
	{ kind: 'dropBeforeApply', share: 0.025 },
	{ kind: 'dropAfterApply', share: 0.025 },
	{ kind: 'internalError', share: 0.02 },
	{ kind: 'internalError', applies: true, share: 0.01 },
	{ kind: 'serviceUnavailable', share: 0.03 },
	{ kind: 'truncated', share: 0.02 },
	{ kind: 'notJson', share: 0.02 },
	{ kind: 'noCode', share: 0.02 },
	{ kind: 'hang', share: 0.005 },
	{ kind: 'hangAfterApply', share: 0.005 },
	{ kind: 'slowDrip', share: 0.01 },
	{ kind: 'throttled', share: 0.005 },
	{ kind: 'throttled', retryAfterMs: 300, share: 0.005 },
];

/** The gateway of these tests: latency as over a line, answers of a slow drip never done in time. */
export const GATEWAY: Partial<Settings> = { latencyMs: { min: 5, max: 25 }, dripMs: 20 };

/** What someone sets who knows that the line is bad: more attempts, a short time-out. */
export const STUBBORN = { maximumAttempts: 12, longestWait: 5, timeout: 2 };

const FIRST_ID = 500_000;

/** Tasks that may be changed. */
export const tasks = (count: number): Task[] =>
	Array.from({ length: count }, (_none, index) =>
		newTask({
			EnterpriseId: DEFAULT_ENTERPRISE_ID,
			Id: String(FIRST_ID + index),
			Name: `task ${index}`,
		}),
	);

const WORDS = ['spring', 'summer', 'autumn', 'winter', '新年', 'trial', 'renewal'];

/**
 * Rows of a sheet over so many tasks, each with a name of its own. A row leaves some fields empty, so that
 * the final state of a task depends on several of its rows and on their order. The step is coprime to the
 * number of tasks: each gets as many rows as the others, not side by side.
 */
export const rows = (count: number, taskCount: number): IDataObject[] =>
	Array.from({ length: count }, (_none, index) => ({
		id: String(FIRST_ID + ((index * 7) % taskCount)),
		name: `row ${index}`,
		description: index % 3 === 0 ? `${WORDS[index % WORDS.length]} ${index}` : '',
		wrapup: index % 5 === 0 ? (index % 600) + 1 : '',
	}));

/** The node's parameters for these rows. */
export const FROM_ROW = {
	taskId: '={{ $json.id }}',
	details: { name: '={{ $json.name }}', description: '={{ $json.description }}' },
	agents: { wrapup: '={{ $json.wrapup }}' },
};
