import type { IDataObject } from 'n8n-workflow';
import { mayBeApplied, type Failure } from '../gateway/failure';
import { isRecord } from '../guards';
import { inOne } from '../operations/outcome';
import { chinaTime } from '../parameters/chinaTime';
import { bounded } from './words';

/** Where a record comes from: the same for all items of a run. */
export interface Origin {
	workflow: string;
	workflowId: string;
	executionId: string;
	node: string;
	operation: string;
}

/** What became of an item, in a row as tables and databases take it: texts and two booleans. */
export interface ChangeRecord extends Origin {
	/** ISO 8601. */
	timeUtc: string;
	/** yyyy-MM-dd HH:mm:ss */
	timeChina: string;
	enterpriseId: string;
	taskId: string;
	taskName: string;
	/** What was done, in the words of the output; `refused`, `unknown` or `incomplete` of an item that failed. */
	outcome: string;
	/** In words. Of an item that failed, what was to be changed. */
	changes: string;
	/** JSON of the API's names and values. */
	changedFrom: string;
	changedTo: string;
	/** Whether the task was paused for the change, and started again. */
	resumed: boolean;
	/** Whether the values were read back. */
	verified: boolean;
	/** Why it failed, or why nothing was changed. */
	reason: string;
	code: string;
	requestId: string;
}

type Task = Failure['task'];

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Digits as people's numbers are written; a date is written so too. */
const NUMBER = /\+?\p{Nd}(?:[\s().·-]{0,2}\p{Nd}){6,}/gu;
const DATE = /^\d{4}-\d{2}-\d{2}(?: \d{2})?$/;

/** A sentence without the numbers of people that it may quote. */
function withoutNumbers(sentence: string, { enterpriseId = '', taskId = '' }: Partial<Task> = {}) {
	return sentence.replace(NUMBER, (found) =>
		DATE.test(found) || found === enterpriseId || found === taskId ? found : '***',
	);
}

const timesOf = (at: number) => {
	const { day, time } = chinaTime(at);
	return { timeUtc: new Date(at).toISOString(), timeChina: `${day} ${time}` };
};

/** From what to what, by the API's names. */
function valuesOf(changes: unknown): Pick<ChangeRecord, 'changedFrom' | 'changedTo'> {
	const list = Array.isArray(changes) ? changes.filter(isRecord) : [];
	const side = (name: 'from' | 'to') =>
		JSON.stringify(Object.fromEntries(list.map((one) => [text(one.field), one[name] ?? null])));
	return { changedFrom: side('from'), changedTo: side('to') };
}

/** @param json an output as `operations/outcome.ts` makes it */
export function recordOfDone(
	json: IDataObject,
	task: Task,
	{ origin, at }: { origin: Origin; at: number },
): ChangeRecord {
	const details = isRecord(json.details) ? json.details : {};
	return {
		...timesOf(at),
		...origin,
		enterpriseId: task?.enterpriseId ?? text(json.EnterpriseId),
		taskId: text(json.Id) || (task?.taskId ?? ''),
		taskName: text(json.Name),
		outcome: text(json.action),
		changes: text(json.summary),
		...valuesOf(details.changes),
		resumed: json.resumed === true,
		verified: json.verified === true,
		reason: text(json.reason),
		code: '',
		requestId: text(json.RequestId),
	};
}

const outcomeOf = (failure: Failure): string =>
	failure.became ?? (mayBeApplied(failure) ? 'unknown' : 'refused');

export function recordOfFailure(
	failure: Failure,
	{ origin, at }: { origin: Origin; at: number },
): ChangeRecord {
	const { task, taskName = '', message, issues = [message], changes = [] } = failure;
	const { code = '', requestId = '' } = failure;
	return {
		...timesOf(at),
		...origin,
		enterpriseId: task?.enterpriseId ?? '',
		taskId: task?.taskId ?? '',
		taskName,
		outcome: outcomeOf(failure),
		changes: inOne(changes.map(({ label, words }) => [text(label), text(words)].join(' ').trim())),
		...valuesOf(changes),
		resumed: false,
		verified: false,
		reason: withoutNumbers(bounded(inOne(issues)), task),
		code,
		requestId,
	};
}
