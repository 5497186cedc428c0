import type { JsonObject } from '../json';
import type { TaskChanges, TaskStore } from '../tasks/store';
import type { Task } from '../tasks/task';

/** One change that was applied to a task. */
export interface JournalEntry {
	enterpriseId: string;
	taskId: string;
	action: string;
	/** The changed fields only; empty when the values sent were the stored ones. */
	before: TaskChanges;
	after: TaskChanges;
	requestId: string;
	/** Milliseconds since 1970. */
	at: number;
}

/** @typeParam S the settings that the action reads */
export interface ActionCall<S> {
	params: ReadonlyMap<string, string>;
	store: TaskStore;
	settings: Readonly<S>;
	/** Milliseconds since 1970. */
	now: number;
	/** Stores the changes and notes them in the journal. */
	apply(task: Task, changes: TaskChanges): Task;
}

/** The Data of a success, or the message of a business refusal. */
export type ActionResult = { data: JsonObject } | { refused: string };

export interface Action<S = unknown> {
	/** Parameters whose absence the gateway refuses. */
	mandatory: readonly string[];
	run(call: ActionCall<S>): ActionResult;
}
