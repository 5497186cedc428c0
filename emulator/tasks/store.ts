import { NumberStore } from './numbers';
import { RecordStore } from './records';
import { PAUSED, RUNNING } from './status';
import type { Task, TaskField } from './task';
import { TimeConditionStore, type NewTimeCondition } from './timeConditions';

export type TaskChanges = Partial<Task>;

/** The changed fields only, as they were and as they are. */
interface TaskDifference {
	before: TaskChanges;
	after: TaskChanges;
}

/** The tasks of all enterprises, in the order they were created. */
export class TaskStore {
	/** What the tasks have been given to call. */
	readonly numbers = new NumberStore();
	/** The calls that were made. */
	readonly records = new RecordStore();
	/** What the tasks name in AutoTriggerTimeStrategy and TimeStrategy. */
	readonly timeConditions = new TimeConditionStore();
	private tasks = new Map<string, Task>();
	/** By task: the time from which its pause is seen. */
	private pausesSeenFrom = new Map<string, number>();

	constructor(
		private readonly seed: readonly Task[],
		private readonly seededConditions: readonly NewTimeCondition[] = [],
	) {
		this.reset();
	}

	/** Back to the seed. */
	reset(): void {
		this.tasks = new Map();
		this.pausesSeenFrom = new Map();
		this.numbers.clear();
		this.records.clear();
		this.timeConditions.clear();
		this.seededConditions.forEach((condition) => this.timeConditions.put(condition));
		this.seed.forEach((task) => this.put(task));
	}

	/** @returns a copy, or undefined when the enterprise has no such task */
	find(enterpriseId: string, taskId: string): Task | undefined {
		const task = this.tasks.get(keyOf(enterpriseId, taskId));
		return task && { ...task };
	}

	/** @returns copies; without an enterprise, all tasks */
	list(enterpriseId?: string): Task[] {
		return [...this.tasks.values()]
			.filter((task) => enterpriseId === undefined || task.EnterpriseId === enterpriseId)
			.map((task) => ({ ...task }));
	}

	/** Adds the task, or replaces the one with its enterprise and id. */
	put(task: Task): void {
		this.tasks.set(keyOf(task.EnterpriseId, task.Id), { ...task });
	}

	/** Applies the changes to the stored task, leaving out what is equal. */
	change(task: Task, changes: TaskChanges): TaskDifference {
		const difference: TaskDifference = { before: {}, after: {} };
		for (const [name, value] of Object.entries(changes)) {
			const field = name as TaskField;
			if (task[field] === value) continue;
			difference.before[field] = task[field];
			difference.after[field] = value;
		}
		this.put({ ...task, ...changes });
		return difference;
	}

	/** @param from milliseconds since 1970; replaces what an earlier pause of the task said */
	showPauseFrom(task: Task, from: number): void {
		this.pausesSeenFrom.set(keyOf(task.EnterpriseId, task.Id), from);
	}

	/**
	 * The task as others see it: running while its pause is not seen yet. Store only what was
	 * found, never this, or the pause is lost.
	 */
	seenAt(task: Task, now: number): Task {
		const from = this.pausesSeenFrom.get(keyOf(task.EnterpriseId, task.Id)) ?? -Infinity;
		return task.Status === PAUSED && now < from ? { ...task, Status: RUNNING } : task;
	}
}

const keyOf = (enterpriseId: string, taskId: string) => `${enterpriseId}/${taskId}`;
