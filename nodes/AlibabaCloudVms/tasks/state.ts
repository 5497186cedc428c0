import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { byId } from '../parameters/same';
import { quote, wordAt } from '../text';
import { explainUnproven } from '../gateway/answers';
import { fail, type Result } from '../gateway/failure';

export const NOT_STARTED = 0;
export const RUNNING = 1;
export const PAUSED = 2;
export const ENDED = 3;

/** Kinds of tasks by the API's numbers. */
export const AUTOMATIC = 2;

const STATUS_WORDS = ['not started', 'running', 'paused', 'ended'];
const TYPE_WORDS = ['', 'predictive', 'automatic'];

/** What a task was when it was read, under the API's names. */
export interface TaskState {
	status: number | undefined;
	type: number | undefined;
	fields: IDataObject;
	/** When the answer came, as `performance.now()` counts. */
	readAt: number;
	/** Whether it was taken from a list, which may have come for another task. */
	isListed?: boolean;
	/** Why it could not be read in full, as a sentence without the final period. */
	lacks?: string;
}

/** Which task. */
export interface TaskKey {
	enterpriseId: string;
	taskId: string;
}

/** The two parameters that name a task. */
export const identityOf = ({ enterpriseId, taskId }: TaskKey): Record<string, string> => ({
	EnterpriseId: enterpriseId,
	TaskId: taskId,
});

/** The ID of a task as what it means: the service keeps it as a number, people write 0133224 as well. */
export const idOf = (value: unknown): string => byId(String(value ?? ''));

/** Whether it is an ID that a task may have, as `idOf` gives it. */
export const isTaskId = (id: string): boolean => /^[1-9]\d{0,18}$/.test(id);

/**
 * An answer as the failure that it is where it names another task than was asked for: it proves nothing of
 * this one. An answer that names none says nothing against itself.
 * @param named what holds the Id
 */
export function aboutTask(
	answer: IDataObject,
	named: unknown,
	{ taskId }: TaskKey,
): Result<IDataObject> {
	const { Id: id } = isRecord(named) ? named : {};
	if ((id ?? '') === '' || idOf(id) === idOf(taskId)) return { ok: true, value: answer };
	const message = `The answer says OK, but is about task ${quote(id)} instead of ${quote(taskId)}`;
	return fail(explainUnproven(answer, message));
}

const numberOf = (value: unknown): number | undefined =>
	/^\d+$/.test(String(value)) ? Number(value) : undefined;

/** A task of CloudGetTask (all texts) or of CloudQueryTask (numbers as numbers). */
export const stateOf = (fields: IDataObject): TaskState => ({
	status: numberOf(fields.Status),
	type: numberOf(fields.Type),
	fields,
	readAt: performance.now(),
});

export const statusWords = ({ status }: Pick<TaskState, 'status'>): string =>
	wordAt(STATUS_WORDS, status) || 'in an unknown state';

/** '' for a kind that is not known. */
export const typeWords = ({ type }: Pick<TaskState, 'type'>): string => wordAt(TYPE_WORDS, type);

/**
 * What state and kind a task has, by the API's numbers and in words, in the order of a table; null and ''
 * where that is not known.
 */
export const kindOf = (
	status: number | undefined,
	type: number | undefined,
	{ enterpriseId }: TaskKey,
): Array<[string, IDataObject[string]]> => [
	['Status', status ?? null],
	['statusWords', wordAt(STATUS_WORDS, status)],
	['Type', type ?? null],
	['typeWords', typeWords({ type })],
	['EnterpriseId', enterpriseId],
];

/** What the output of a read task has beside its state and its kind. */
export function inWords(name: string, value: unknown): [string, string] | undefined {
	if (name === 'Status') return ['statusWords', wordAt(STATUS_WORDS, numberOf(value))];
	if (name === 'Type') return ['typeWords', wordAt(TYPE_WORDS, numberOf(value))];
	return undefined;
}

/** The tasks of an answer's list; none where it has no list. */
export function listedIn({ Data }: IDataObject): IDataObject[] {
	const list: unknown = isRecord(Data) ? Data.TaskProperties : undefined;
	return Array.isArray(list) ? list.filter(isRecord).map((task) => task as IDataObject) : [];
}
