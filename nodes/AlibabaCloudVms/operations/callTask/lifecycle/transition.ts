import type { IDataObject } from 'n8n-workflow';
import type { ApiAction } from '../../../gateway/actions';
import { explainUnproven } from '../../../gateway/answers';
import { fail, mayBeApplied, type Failure, type Result } from '../../../gateway/failure';
import { Urgency } from '../../../sending/waiting';
import { known } from '../../../tasks/noSuchTask';
import { ENDED, identityOf, type TaskState } from '../../../tasks/state';
import { unread } from '../../../tasks/unread';
import { waitsWithin, watch, type Sight } from '../../../tasks/watch';
import type { Done } from '../../operation';
import { waitEnded, type Acted, type Subject } from './jobs';
import { proven } from './proof';
import { done, reasonOf, refused, wordsOf } from './told';

/** A change of a task's state by an action of its own. */
export interface Transition<Deed extends string> {
	action: ApiAction;
	/** As in `The start was answered with OK`. */
	noun: string;
	did: Deed;
	/** The status that it leads to. */
	to: number;
	/** What is said where the task is seen in it, and where it had it before. */
	words: { done: string; already: string };
	/** By status, why nothing is sent for a task that has it, and what to do instead. */
	refusesIn: Readonly<Record<number, readonly [why: string, advice: string]>>;
	/** What to do where the service does not do it, or undoes it. */
	advice: string;
	/** Whether it is sent even where the task could not be read. */
	goesBlind?: true;
	/** Whether it was undone since, by the task before and after. */
	isUndone?(before: TaskState, now: TaskState): boolean;
	/** Milliseconds after which a state that was waited for is looked at once more, since it may be undone. */
	holdsMs?: number;
}

export interface Wanted {
	/** Beside the two parameters that say which task. */
	params?: Record<string, string>;
	/** A warning where these are not sent, since the task has the state already. */
	unsent?: string;
	waitUntilDone: boolean;
	waitAtMost: number;
	alreadyInThisState: 'takeAsDone' | 'refuse';
}

/** Brings a task into a state, and says what it is seen in. */
export async function bring<Deed extends string>(
	transition: Transition<Deed>,
	subject: Subject,
	wanted: Wanted,
): Promise<Acted<Deed | 'unchanged'>> {
	const { goesBlind, refusesIn, to } = transition;
	const read = await subject.look();
	if (!read.ok && !goesBlind) return fail(unread(read.failure));
	const before = read.ok ? read.value : undefined;
	const { status = Number.NaN } = before ?? {};
	if (before && status === to) return already(transition, subject, wanted, { state: before });
	const [why, advice] = refusesIn[status] ?? [];
	if (why !== undefined) return refused(`${why}${reasonOf(before)}`, advice);
	return await new Attempt(transition, subject, wanted, before).make();
}

const TAKE_IT =
	"To take that as done, set 'Already in This State' under Options to 'Take as Done'.";

/** A task that has the state, and not by this item: it had it before, or somebody else brought it there. */
function already<Deed extends string>(
	{ words }: Transition<Deed>,
	{ task }: Subject,
	{ alreadyInThisState, unsent }: Wanted,
	{ state, failure }: { state: TaskState; failure?: Failure },
): Result<Done<'unchanged'>> {
	if (alreadyInThisState === 'takeAsDone') {
		const warnings = unsent === undefined ? [] : [unsent];
		const summary = words.already;
		return done({ task, did: 'unchanged', state, before: state, summary, warnings });
	}
	return failure
		? fail({ ...failure, message: words.already, description: TAKE_IT })
		: refused(words.already, TAKE_IT);
}

class Attempt<Deed extends string> {
	constructor(
		private readonly transition: Transition<Deed>,
		private readonly subject: Subject,
		private readonly wanted: Wanted,
		private readonly before: TaskState | undefined,
	) {}

	async make(): Promise<Acted<Deed | 'unchanged'>> {
		const { send, task, changed } = this.subject;
		const params = { ...identityOf(task), ...this.wanted.params };
		const urgency = Urgency.decided;
		const answered = known(task, await send(this.transition.action, params, { urgency }));
		changed();
		const sent = proven(this.transition.noun, answered);
		const later = async () =>
			sent.ok ? await this.accepted(sent.value) : await this.failed(sent.failure);
		return this.wanted.waitUntilDone ? { later } : await later();
	}

	/** An accepted call proves nothing: the state decides. */
	private async accepted(answer: IDataObject): Promise<Result<Done<Deed>>> {
		const { noun, to, advice } = this.transition;
		const { waitUntilDone, waitAtMost } = this.wanted;
		const sight = await this.sight();
		const { state } = sight;
		const answered = `The ${noun} was answered with OK`;
		if (state?.status === to) return this.done(state, { answer });
		if (state?.status === ENDED) {
			const warning = `${answered}; since then the task has ended${reasonOf(state)}`;
			return this.done(state, { answer, warnings: [warning] });
		}
		if (state && this.isUndone(state)) {
			const message = `${answered}, but it was undone: the task is ${wordsOf(state)}${reasonOf(state)}`;
			return fail(explainUnproven(answer, message, advice));
		}
		if (sight.end === 'stopped') {
			return waitEnded(`${answered}. The task was ${wordsOf(state)} when it was looked at last.`);
		}
		if (waitUntilDone && sight.end === 'unread') {
			const message = `${answered}, but the task could not be read afterwards: ${sight.failure.message}`;
			return fail({ ...sight.failure, message, retry: undefined, became: 'unknown' });
		}
		if (waitUntilDone) {
			const message = `${answered}, but after ${waitAtMost} s the task is ${wordsOf(state)}${reasonOf(state)}`;
			return fail(explainUnproven(answer, message, advice));
		}
		const why = sight.end === 'unread' ? `: ${sight.failure.message}` : reasonOf(state);
		const warning = `${answered}, which proves nothing: looked at right afterwards, the task was ${wordsOf(state)}${why}. 'Wait Until Done' under Options waits for it`;
		return this.done(state, { answer, warnings: [warning] });
	}

	/** What was not done, and what nobody knows of. */
	private async failed(failure: Failure): Promise<Result<Done<Deed | 'unchanged'>>> {
		const { noun, to, advice } = this.transition;
		const isOpen = mayBeApplied(failure);
		// Code OK without the deed: the state says why.
		const isNotDone = failure.code === 'OK' && failure.fate !== 'open';
		if (failure.kind === 'cancelled' || !(isOpen || isNotDone)) return fail(failure);
		const { state } = isOpen ? await this.sight() : await this.glance();
		if (state?.status === to) {
			if (!isOpen) return already(this.transition, this.subject, this.wanted, { state, failure });
			const warning = `No answer proves the ${noun}, but the task is ${wordsOf(state)} (${failure.message})`;
			return this.done(state, { warnings: [warning] });
		}
		if (isNotDone && state) {
			const message = `The ${noun} was not done: the task is ${wordsOf(state)}${reasonOf(state)}`;
			return fail({ ...failure, message, description: advice });
		}
		const note = `The task was ${wordsOf(state)} when it was looked at afterwards${reasonOf(state)}.`;
		return fail({ ...failure, note: [failure.note, note].filter(Boolean).join(' ') });
	}

	private done(state: TaskState | undefined, more: { answer?: IDataObject; warnings?: string[] }) {
		const { did, words, to, noun } = this.transition;
		const summary = state?.status === to ? words.done : `The ${noun} was accepted`;
		const { before, subject } = this;
		return done({ task: subject.task, did, state, before, summary, ...more });
	}

	private isUndone(state: TaskState): boolean {
		return (this.before && this.transition.isUndone?.(this.before, state)) ?? false;
	}

	private async glance(): Promise<Sight> {
		return await watch({ look: this.subject.look, isSeen: () => true, waits: [] });
	}

	/** The task as it is now, or as the user waits for it. */
	private async sight(): Promise<Sight> {
		const { to, holdsMs } = this.transition;
		const { waitUntilDone, waitAtMost } = this.wanted;
		if (!waitUntilDone) return await this.glance();
		const { look, ends: signal, stepAside: aside } = this.subject;
		const isOver = (state: TaskState) => [to, ENDED].includes(state.status ?? Number.NaN);
		const sight = await watch({
			look,
			isSeen: (state) => isOver(state) || this.isUndone(state),
			waits: waitsWithin(waitAtMost * 1000),
			signal,
			aside,
			outlastsFailures: true,
		});
		if (sight.state?.status !== to || holdsMs === undefined) return sight;
		const isLost = ({ status }: TaskState) => status !== to;
		const later = await watch({ look, isSeen: isLost, waits: [holdsMs], signal, aside });
		return later.end === 'seen' || later.end === 'timeUp' ? later : sight;
	}
}
