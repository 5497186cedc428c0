import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { UPDATE_TASK } from '../../../gateway/actions';
import { explainUnproven } from '../../../gateway/answers';
import { fail, mayBeApplied, type Failure, type Result } from '../../../gateway/failure';
import { settled } from '../../../gateway/settled';
import { switchedByHand } from '../../../input/byHand';
import { chinaNow, momentText, type ChinaTime } from '../../../parameters/chinaTime';
import { Urgency } from '../../../sending/waiting';
import {
	aboutTask,
	ENDED,
	identityOf,
	NOT_STARTED,
	RUNNING,
	type TaskState,
} from '../../../tasks/state';
import { unread } from '../../../tasks/unread';
import { waitsWithin, watch, type Sight } from '../../../tasks/watch';
import { ENTERPRISE_FIELDS, notice, WHICH_TASK } from '../../fields';
import { operation, type Done } from '../../operation';
import type { ValuesOf } from '../../option';
import { CHANGING } from '../../options';
import { jobsOf, waitEnded, type Acted, type Subject } from './jobs';
import { alreadyInThisState, WAITING_FIRST } from './options';
import { isScheduled, scheduleOf, soonestStop } from './stopTime';
import { done, reasonOf, refused, wordsOf } from './told';

const NOTICE = notice(
	'endNotice',
	'The task ends for good, a minute or two after this step. Whoever is left in it is not called, and it cannot start again: to go on later, use Pause.',
);

const CONFIRM: INodeProperties = {
	displayName: 'Confirm End',
	name: 'confirmEnd',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to really end the task. It cannot start again, and nothing takes that back. It counts only where a person has switched it on here: no expression and no AI agent can.',
};

const options = {
	...CHANGING,
	...WAITING_FIRST,
	alreadyInThisState,
} as const;

type Deed = 'ending' | 'ended' | 'unchanged';

const TO_COME = " That time had not come when 'Wait at Most' under Options was over.";

const UNSEEN = 'Whether the task has that stop time could not be read afterwards';

const ALREADY = 'The task has ended already';

/** What there is to end; the output or the failure where there is nothing. */
function nothingToEnd(
	{ task }: Subject,
	state: TaskState,
	choice: 'takeAsDone' | 'refuse',
): Result<Done<Deed>> | undefined {
	if (state.status === NOT_STARTED) {
		return refused(
			'The task has not started, so there is nothing to end',
			"Delete it, or switch 'Auto Start' off by Update.",
		);
	}
	if (state.status !== ENDED) return undefined;
	if (choice === 'refuse') {
		return refused(
			ALREADY,
			"To take that as done, set 'Already in This State' under Options to 'Take as Done'.",
		);
	}
	const told = { state, before: state, summary: ALREADY, more: { endsAt: null } };
	return done({ task, did: 'unchanged', ...told });
}

class End {
	private at: ChinaTime = soonestStop(Date.now());

	constructor(
		private readonly subject: Subject,
		private readonly before: TaskState,
		private readonly wanted: ValuesOf<typeof options>,
	) {}

	async make(): Promise<Acted<Deed>> {
		const { send, task, changed } = this.subject;
		const params = () => {
			// Another attempt may come a minute later.
			this.at = soonestStop(Date.now());
			return { ...identityOf(task), ...this.schedule };
		};
		const sent = await send(UPDATE_TASK, params, { urgency: Urgency.decided });
		changed();
		const proven = sent.ok ? aboutTask(sent.value, sent.value.Data, task) : sent;
		if (proven.ok) return await this.sightOf(proven.value, []);
		const failure = sent.ok ? { ...proven.failure, fate: 'open' as const } : proven.failure;
		if (!mayBeApplied(failure)) return fail(this.advised(failure));
		const note = `If it was applied all the same, the task ends at ${this.moment}.`;
		const open = { ...failure, note: [failure.note, note].filter(Boolean).join(' ') };
		if (failure.kind === 'cancelled') return fail(open);
		const read = await settled(this.subject.look);
		if (!read.ok || !isScheduled(read.value, this.schedule)) return fail(open);
		return await this.sightOf({}, [
			`No answer proves that the stop time was set, but the task has it (${failure.message})`,
		]);
	}

	/** A refusal of a running task may be for its state: that is not documented. */
	private advised(failure: Failure): Failure {
		if (!failure.isJudged || this.before.status !== RUNNING) return failure;
		const advice =
			'The task was running, and the service may take no stop time for a running one. Pause it first, and end it then.';
		return { ...failure, description: `${advice} ${failure.description}` };
	}

	private get schedule(): Record<string, string> {
		return scheduleOf(this.at);
	}

	/** Whether the stop time lies ahead by the clock of this machine. */
	private get isToCome(): boolean {
		return momentText(this.at) > momentText(chinaNow());
	}

	private get moment(): string {
		return `${momentText(this.at)} China time`;
	}

	/** Whoever wants to pause it meanwhile may. */
	private async sightOf(answer: IDataObject, warnings: string[]): Promise<Acted<Deed>> {
		const later = async () => await this.watched(answer, warnings);
		return this.wanted.waitUntilDone ? { later } : await later();
	}

	/** Looks whether it ends. */
	private async watched(answer: IDataObject, warnings: string[]): Promise<Result<Done<Deed>>> {
		const { waitUntilDone, waitAtMost } = this.wanted;
		const sight = await this.sight();
		const { state } = sight;
		const told = { answer, warnings, state };
		if (state?.status === ENDED) return this.done('ended', 'The task has ended for good', told);
		const isSet = state !== undefined && isScheduled(state, this.schedule);
		if (!waitUntilDone && (isSet || state === undefined)) {
			const summary = `The task is to end at ${this.moment}, which was not waited for`;
			const unseen = sight.end === 'unread' ? [`${UNSEEN}: ${sight.failure.message}`] : [];
			return this.done('ending', summary, { ...told, warnings: [...warnings, ...unseen] });
		}
		const was = `The task was told to end at ${this.moment}`;
		if (sight.end === 'stopped') {
			return waitEnded(`${was}, and ends without this execution.`);
		}
		if (sight.end === 'unread') {
			const message = `${was}, but could not be read afterwards: ${sight.failure.message}`;
			return fail({ ...sight.failure, message, retry: undefined, became: 'unknown' });
		}
		const later = waitUntilDone ? `${waitAtMost} s later` : 'looked at right afterwards';
		return fail(
			explainUnproven(
				answer,
				`${was}, but ${later} it is ${wordsOf(state)}${reasonOf(state)}`,
				isSet
					? `The stop time stands in the task, and it may end yet.${this.isToCome ? TO_COME : ''} If it calls people who are not to be called, pause it, and look at it in the console. 'Wait at Most' under Options waits longer.`
					: 'The service answered with OK, but the task does not have that stop time. Look at it in the console; its state may not allow the change.',
			),
		);
	}

	private async sight(): Promise<Sight> {
		const { waitUntilDone, waitAtMost } = this.wanted;
		const { look, ends: signal, stepAside: aside } = this.subject;
		return await watch({
			look,
			isSeen: ({ status }) => status === ENDED,
			waits: waitUntilDone ? waitsWithin(waitAtMost * 1000) : [],
			signal,
			aside,
			outlastsFailures: true,
		});
	}

	private done(
		did: Deed,
		summary: string,
		told: { answer: IDataObject; warnings: string[]; state: TaskState | undefined },
	) {
		const { subject, before, at } = this;
		const more = { endsAt: momentText(at) };
		return done({ task: subject.task, did, before, summary, more, ...told });
	}
}

/** There is no action that ends a task: its schedule does, by CloudUpdateTask. */
export const end = operation({
	resource: 'callTask',
	option: {
		name: 'End',
		value: 'end',
		action: 'End a call task for good',
		description:
			'End a running or paused outbound call task for good, by a stop time a minute or two ahead with Force End: numbers that are left are not called, and it can never start again. A person has to switch Confirm End on.',
	},
	fields: [NOTICE, ...WHICH_TASK, CONFIRM, ...ENTERPRISE_FIELDS],
	options,
	deeds: {
		ending: { words: 'told to end', isChange: true },
		ended: { words: 'ended', isChange: true },
		unchanged: { words: 'ended already' },
	},
	open(execution) {
		const confirmed = switchedByHand(execution.context, CONFIRM.name);
		const jobs = jobsOf<Deed, typeof options>(execution, async (subject, own) => {
			const read = await subject.look();
			if (!read.ok) return fail(unread(read.failure));
			const nothing = nothingToEnd(subject, read.value, own.alreadyInThisState);
			return nothing ?? (await new End(subject, read.value, own).make());
		});
		if (confirmed === 'on') return jobs;
		const how =
			confirmed === 'text'
				? 'holds a text or an expression, and only counts where a person has switched it on'
				: 'is off';
		return () =>
			refused(
				`'${CONFIRM.displayName}' ${how}`,
				'An ended task cannot start again. Switch it on if that is meant.',
			);
	},
});
