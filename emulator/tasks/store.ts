import { CallCenter, type CallCenterSeed } from './callCenter';
import { NumberStore } from './numbers';
import { RecordStore } from './records';
import type { Task, TaskField } from './task';
import { TimeConditionStore, type NewTimeCondition } from './timeConditions';

export type TaskChanges = Partial<Task>;

/** The changed fields only, as they were and as they are. */
interface TaskDifference {
	before: TaskChanges;
	after: TaskChanges;
}

const FIRST_NEW_ID = 140000;

/** The tasks of all enterprises, in the order they were created. */
export class TaskStore {
	/** What the tasks have been given to call. */
	readonly numbers = new NumberStore();
	/** The calls that were made. */
	readonly records = new RecordStore();
	/** What the tasks name in AutoTriggerTimeStrategy and TimeStrategy. */
	readonly timeConditions = new TimeConditionStore();
	/** Its agents, groups and IVRs, which tasks name too. */
	readonly callCenter: CallCenter;
	private tasks = new Map<string, Task>();
	private lastId = FIRST_NEW_ID;
	/** By task: what others see in the place of a new status, and up to when. */
	private seenLate = new Map<string, { status: string; instead: string; until: number }>();
	/** By task: when its schedule ends it, in milliseconds since 1970. */
	private stops = new Map<string, number>();

	constructor(
		private readonly seed: readonly Task[],
		private readonly seededConditions: readonly NewTimeCondition[],
		seededCenter: CallCenterSeed,
	) {
		this.callCenter = new CallCenter(seededCenter);
		this.reset();
	}

	/** Back to the seed. */
	reset(): void {
		this.tasks = new Map();
		this.seenLate = new Map();
		this.stops = new Map();
		this.numbers.clear();
		this.records.clear();
		this.callCenter.reset();
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

	/** An ID that no task has, nor had. */
	nextId(): string {
		const taken = new Set([...this.tasks.values()].map(({ Id }) => Id));
		do this.lastId++;
		while (taken.has(String(this.lastId)));
		return String(this.lastId);
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

	/** Forgets the task, its numbers too. */
	remove(task: Task): void {
		const key = keyOf(task.EnterpriseId, task.Id);
		this.tasks.delete(key);
		this.stops.delete(key);
		this.numbers.drop(task.EnterpriseId, task.Id);
	}

	/**
	 * Others see a new status late.
	 * @param task as it was before
	 * @param until milliseconds since 1970; replaces what an earlier change of the task said
	 */
	showLate(task: Task, status: string, until: number): void {
		const key = keyOf(task.EnterpriseId, task.Id);
		this.seenLate.set(key, { status, instead: task.Status, until });
	}

	/**
	 * The task as others see it: in its status before while the new one is not seen yet. Store only what was
	 * found, never this, or the new one is lost.
	 */
	seenAt(task: Task, now: number): Task {
		const late = this.seenLate.get(keyOf(task.EnterpriseId, task.Id));
		const isLate = late && task.Status === late.status && now < late.until;
		return isLate ? { ...task, Status: late.instead } : task;
	}

	/** @param at when its schedule ends the task, in milliseconds since 1970; undefined: it does not */
	stopAt(task: Task, at: number | undefined): void {
		const key = keyOf(task.EnterpriseId, task.Id);
		if (at === undefined) this.stops.delete(key);
		else this.stops.set(key, at);
	}

	/** The tasks whose schedule has ended them by now; each is told once. */
	takeStopped(now: number): Task[] {
		const due = [...this.stops].filter(([, at]) => at <= now).map(([key]) => key);
		due.forEach((key) => this.stops.delete(key));
		return due.flatMap((key) => this.tasks.get(key) ?? []);
	}
}

const keyOf = (enterpriseId: string, taskId: string) => `${enterpriseId}/${taskId}`;
