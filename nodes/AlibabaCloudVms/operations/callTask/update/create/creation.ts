import { createLooker } from '../../../../calling/look';
import { CREATE_TASK } from '../../../../gateway/actions';
import { explainUnproven } from '../../../../gateway/answers';
import { fail, mayBeApplied, type Failure, type Result } from '../../../../gateway/failure';
import { CHECK_VALUES, LATER } from '../../../../gateway/refusals';
import { isRecord } from '../../../../guards';
import { encode } from '../../../../input/encode';
import { shaperOf } from '../../../../input/shape';
import { callTask, newTask } from '../../../../parameters';
import { catalogueOf } from '../../../../parameters/catalogue';
import { chinaNow } from '../../../../parameters/chinaTime';
import { creation, name as nameRows } from '../../../../parameters/creation';
import { defaultText } from '../../../../parameters/defaults';
import { enterprise } from '../../../../parameters/identity';
import { createTaskReader } from '../../../../tasks/reader';
import { idOf, isTaskId, NOT_STARTED, stateOf, type TaskState } from '../../../../tasks/state';
import { warningsFor } from '../../../../tasks/warnings';
import { notingYears, policyOf } from '../../../callingHours';
import type { AnyExecution, Done } from '../../../operation';
import { hoursOf } from '../hours';
import { drawOf } from '../prepare';
import { wishesOf, type Choices, type Wish } from '../wishes';
import type { NewTask } from './item';
import { copyOf, uncopied } from './copy';
import type { Creating } from './options';
import { sourcesOf } from './sources';
import { tellCreated, tellSeen, type Seen } from './told';

/** What the service takes for what is not given; a template may say otherwise. */
function presumed({ fields }: Wish): TaskState {
	const has = (api: string) => fields.some(({ row }) => row.api === api);
	const defaults = newTask.rows.map((row) => [row.api, defaultText(row)] as const);
	const type = fields.find(({ row }) => row.api === 'Type')?.reading.wire ?? '';
	const known = has('TemplateName') ? {} : Object.fromEntries(defaults);
	return stateOf({ ...known, Type: type, Status: NOT_STARTED });
}

const LOOK_FIRST =
	'A creation is never repeated by itself. Look for the name in the console, or by Get Many, before you run this item again';

const CORRECT =
	'Correct the value. What it names, such as agents, an IVR or a template, has to be there in the call center, which has 100 tasks at most, unless Auto Delete makes room.';

/** A refusal in the words of a task that is not there yet. */
const ofNewTask = (failure: Failure): Failure => ({
	...failure,
	description: failure.description.replace(CHECK_VALUES, CORRECT),
});

/**
 * What two operations need to create tasks. Made once an execution.
 * @param otherwise what there is to say of another run of an item, as the end of a sentence
 */
export function creationOf(execution: AnyExecution, otherwise: string) {
	const { send, account, total } = execution;
	const wishes = wishesOf(execution, newTask);
	const shaper = shaperOf(newTask);
	const reader = createTaskReader(send, { account, catalogue: newTask, total });
	const required = [...enterprise, ...nameRows];
	/** What is asked of an item alone. A task that is there already, or copied, may have the rest. */
	const asked = {
		new: newTask,
		either: catalogueOf(newTask.identity, [{ ...creation, rules: [] }, ...callTask.sections], {
			required,
		}),
		part: catalogueOf(
			newTask.identity,
			newTask.sections.map((section) => ({ ...section, rules: [] })),
			{ required },
		),
	};
	const sourceOf = sourcesOf(reader);
	const looker = createLooker(send, newTask, notingYears(execution));

	/** With what is copied, and what there is to say of that. */
	const completed = async (item: NewTask): Promise<Result<{ wish: Wish; warnings: string[] }>> => {
		const { collected, options, enterpriseId } = item;
		const { copyFromTask: taskId } = options;
		if (taskId === undefined) {
			const wish = item.isWhole
				? ({ ok: true, value: item.wish } as const)
				: wishes.judge(collected, options);
			return wish.ok ? { ok: true, value: { wish: wish.value, warnings: [] } } : wish;
		}
		const source = await sourceOf({ enterpriseId, taskId: idOf(taskId) });
		if (!source.ok) return source;
		const { given: own, columns } = collected;
		const { given, warnings } = copyOf(source.value, own, newTask);
		const all = [...own, ...given].sort(
			(one, other) => newTask.placeOf(one.row) - newTask.placeOf(other.row),
		);
		const wish = wishes.judge({ given: all, columns }, options);
		if (!wish.ok) {
			const description = `${wish.failure.description} ${uncopied(taskId, callTask)}`;
			return fail({ ...wish.failure, description, warnings });
		}
		const ignored = wish.value.ignored.filter((one) =>
			own.some(({ row }) => row.api === one.parameter),
		);
		return { ok: true, value: { wish: { ...wish.value, ignored }, warnings } };
	};

	/** What is known of a creation that failed, with how to look. */
	const unproven = (failure: Failure): Failure => {
		if (!mayBeApplied(failure)) return ofNewTask(failure);
		// It may be there: to run the item again is no advice.
		const description = failure.description.replace(LATER, '').trim();
		const note = [failure.note, `${LOOK_FIRST}${otherwise}.`].filter(Boolean).join(' ');
		return { ...failure, description, note };
	};

	return {
		/** A task that is there, as what became of an item. */
		tell: <Deed extends string>(did: Deed, item: NewTask, seen: Seen) =>
			tellSeen(did, item, { ...seen, shaper }),
		/**
		 * Reads an item; what is wrong with it is a failure.
		 * @param kind whether it is a new task, or may be one that is there
		 */
		read(itemIndex: number, options: Creating & Choices, kind: 'new' | 'either'): Result<NewTask> {
			const collected = wishes.collect(itemIndex, options);
			if (!collected.ok) return collected;
			const policy = policyOf(options);
			if (!policy.ok) return policy;
			const scope = options.copyFromTask === undefined || kind === 'either' ? kind : 'part';
			const wish = wishes.judge(collected.value, options, asked[scope]);
			if (!wish.ok) return wish;
			const wireOf = (api: string) =>
				wish.value.fields.find(({ row }) => row.api === api)?.reading.wire ?? '';
			const [enterpriseId, name] = [wireOf('EnterpriseId'), wireOf('Name')];
			const isWhole = scope === 'new';
			return {
				ok: true,
				value: {
					enterpriseId,
					name,
					collected: collected.value,
					wish: wish.value,
					isWhole,
					policy: policy.value,
					options,
					...drawOf(execution, itemIndex),
				},
			};
		},
		/**
		 * Creates a task, once: it is not repeated where it may have been done.
		 * @param sent told that something was sent
		 */
		async create(item: NewTask, sent: () => void): Promise<Result<Done<'created'>>> {
			const whole = await completed(item);
			if (!whole.ok) return whole;
			const { wish } = whole.value;
			// Empty means the same as not given: the template's value, or the default.
			const given = wish.fields.filter(({ reading }) => reading.wire !== '');
			const state = presumed(wish);
			const task = { enterpriseId: item.enterpriseId, taskId: '' };
			const plan = {
				task,
				fields: given,
				catalogue: newTask,
				policy: item.policy,
				draw: item.draw,
			};
			const hours = await hoursOf(plan, state, { kind: 'update' }, looker);
			if (hours?.refusal) return fail(hours.refusal);
			const now = chinaNow();
			const warnings = [
				...whole.value.warnings,
				...(hours?.warnings ?? []),
				...warningsFor(given, state, {
					catalogue: newTask,
					now,
					whose: 'as a new task has it',
				}),
			];
			const request = encode(given, item.options.urlEncodeNameAndDescriptionFirst);
			const answer = await send(CREATE_TASK, request);
			sent();
			if (!answer.ok) return fail({ ...unproven(answer.failure), warnings });
			const { Data } = answer.value;
			const id = isRecord(Data) ? idOf(Data.Id) : '';
			if (!isTaskId(id)) {
				const message = 'The answer says OK, but names no task';
				const failure = explainUnproven(answer.value, message);
				return fail({ ...unproven({ ...failure, fate: 'open' }), warnings });
			}
			return tellCreated(item, { id, wish, warnings, answer: answer.value, request, shaper });
		},
	};
}

export type Creation = ReturnType<typeof creationOf>;
