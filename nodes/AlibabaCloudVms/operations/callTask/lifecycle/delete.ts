import type { IDataObject } from 'n8n-workflow';
import { DELETE_TASK } from '../../../gateway/actions';
import { fail, mayBeApplied, type Failure, type Result } from '../../../gateway/failure';
import { settled } from '../../../gateway/settled';
import type { Guard } from '../../../sending/attempts';
import { Urgency } from '../../../sending/waiting';
import { FRESH_MS } from '../../../tasks/reader';
import { ENDED, identityOf, NOT_STARTED, type TaskState } from '../../../tasks/state';
import { unread } from '../../../tasks/unread';
import { notice, TASK_FIELDS } from '../../fields';
import { operation, type Done } from '../../operation';
import { CHANGING } from '../../options';
import { jobsOf, type Subject } from './jobs';
import { proven } from './proof';
import { done, reasonOf, refused, wordsOf } from './told';

const DELETABLE: ReadonlySet<number | undefined> = new Set([NOT_STARTED, ENDED]);

const NOTICE = notice(
	'deleteNotice',
	'The task and its phone numbers are deleted for good; its call records stay.',
);

const SUMMARY = 'The task and its numbers are deleted; its call records stay';

/** A task that is not deleted in this state; undefined where it is. */
const refusalOf = (state: TaskState) =>
	DELETABLE.has(state.status)
		? undefined
		: refused(
				`The task is ${wordsOf(state)}; only tasks that have not started or have ended are deleted${reasonOf(state)}`,
				'End it first, by End, if its calls are to stop for good.',
			);

/** The task as it was looked at: where the turn to delete it comes late, it is looked at again. */
class Looked implements Guard {
	constructor(
		private readonly subject: Subject,
		public state: TaskState,
	) {}

	until(): number {
		return this.state.readAt + FRESH_MS;
	}

	async renew(isOpen: boolean): Promise<Failure | undefined> {
		const read = await this.subject.look();
		if (!read.ok) return unread(read.failure, isOpen);
		this.state = read.value;
		const refusal = refusalOf(read.value);
		return refusal?.failure;
	}
}

async function remove(subject: Subject): Promise<Result<Done<'deleted'>>> {
	const { task, send, look, changed } = subject;
	const read = await look();
	if (!read.ok) return fail(unread(read.failure));
	const refusal = refusalOf(read.value);
	if (refusal) return refusal;
	const guard = new Looked(subject, read.value);
	const answered = await send(DELETE_TASK, identityOf(task), { urgency: Urgency.decided, guard });
	changed();
	const sent = proven('deletion', answered);
	const deleted = (answer?: IDataObject, warnings: string[] = []) => {
		const told = { state: undefined, isNow: 'deleted', before: guard.state, summary: SUMMARY };
		return done({ task, did: 'deleted', ...told, warnings, answer });
	};
	if (sent.ok) return deleted(sent.value);
	const { failure } = sent;
	const isOpen = mayBeApplied(failure);
	const isNotDone = failure.code === 'OK' && !isOpen;
	if (failure.kind === 'cancelled' || !(isOpen || isNotDone)) return fail(failure);
	const after = await settled(look);
	if (!after.ok && isOpen && after.failure.isJudged) {
		const why = after.failure.message;
		return deleted(answered.ok ? answered.value : undefined, [
			`No answer proves the deletion, but the service does not know the task any more (${why})`,
		]);
	}
	if (!after.ok) return fail(failure);
	const words = `${wordsOf(after.value)}${reasonOf(after.value)}`;
	if (isNotDone) {
		const description = 'Only tasks that have not started or have ended are deleted.';
		return fail({
			...failure,
			message: `The deletion was not done: the task is ${words}`,
			description,
		});
	}
	const note = `The task was still there, ${words}, when it was looked at afterwards.`;
	return fail({ ...failure, note: [failure.note, note].filter(Boolean).join(' ') });
}

/** CloudDeleteTask. */
export const deleteTask = operation({
	resource: 'callTask',
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a call task',
		description:
			'Delete an outbound call task by its ID, with all its phone numbers, for good; call records stay. Only tasks that have not started or have ended are deleted.',
	},
	fields: [NOTICE, ...TASK_FIELDS],
	options: CHANGING,
	deeds: { deleted: { words: 'deleted', isChange: true } },
	open: (execution) => jobsOf(execution, remove),
});
