import type { IDataObject } from 'n8n-workflow';
import { fail, type Result } from '../../../gateway/failure';
import { kindOf, statusWords, type TaskKey, type TaskState } from '../../../tasks/state';
import { cut } from '../../../text';
import type { Done } from '../../operation';
import { outcome, type Columns } from '../../outcome';

const LONGEST_REASON = 200;

/** Descriptions that say no more than the state itself. */
const NO_REASON =
	/^(?:初始|未开始|未启动|待启动|运行|运行中|进行中|已启动|启动|暂停|已暂停|结束|已结束|完成|已完成)?$/;

function reasonIn({ fields: { StatusDescription } }: TaskState): string {
	const reason = typeof StatusDescription === 'string' ? StatusDescription.trim() : '';
	return NO_REASON.test(reason) ? '' : reason;
}

/** What the service says of a task's state, as the end of a sentence; '' where it says nothing. */
export function reasonOf(state: TaskState | undefined): string {
	const reason = state ? reasonIn(state) : '';
	return reason === '' ? '' : `; the service says: ${cut(reason, LONGEST_REASON)}`;
}

/** `paused`, or that it is not known. */
export const wordsOf = (state: TaskState | undefined): string =>
	state ? statusWords(state) : 'in a state that could not be read';

interface Told<Deed extends string> {
	task: TaskKey;
	did: Deed;
	/** As it was seen last; undefined where it could not be read. */
	state: TaskState | undefined;
	/** What it is where no state says it. */
	isNow?: string;
	/** As it was before anything was sent. */
	before: TaskState | undefined;
	summary: string;
	warnings?: readonly string[];
	/** The service's, where something was sent. */
	answer?: IDataObject;
	/** More columns. */
	more?: IDataObject;
}

/** A change of the state, as other changes are told; null for what is not known, or no more. */
function changesOf(
	before: TaskState | undefined,
	state: TaskState | undefined,
	isNow = '?',
): IDataObject[] {
	const [from, to] = [before?.status, state?.status];
	if (from === to) return [];
	const words = `${before ? statusWords(before) : '?'} → ${state ? statusWords(state) : isNow}`;
	return [
		{
			field: 'Status',
			label: 'Status',
			from: from ?? null,
			to: to ?? null,
			words: `Status ${words}`,
		},
	];
}

/** What was done about a task, as its item's output. */
export function done<Deed extends string>({
	task,
	did,
	state,
	before,
	isNow,
	summary,
	warnings,
	answer = {},
	more = {},
}: Told<Deed>): Result<Done<Deed>> {
	const known = state ?? before;
	const columns: Columns = [
		...kindOf(state?.status, known?.type, task),
		['StatusDescription', state?.fields.StatusDescription ?? null],
		...Object.entries(more),
		['RequestId', answer.RequestId ?? null],
	];
	const said = { id: task.taskId, name: known?.fields.Name, action: did, summary, warnings };
	const details = {
		statusBefore: before?.status ?? null,
		changes: changesOf(before, state, isNow),
	};
	const json = outcome({ ...said, details }, columns);
	return { ok: true, value: { did, outputs: [{ json }] } };
}

/** A failure before anything was sent. */
export const refused = (message: string, advice = '') =>
	fail({
		kind: 'input',
		message,
		description: ['Nothing was sent for this item.', advice].filter(Boolean).join(' '),
	});
