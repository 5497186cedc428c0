import { fail, mayBeApplied, type Failure, type Result } from '../../../../gateway/failure';
import { settled } from '../../../../gateway/settled';
import { behind, laneOfName } from '../../../../tasks/alone';
import { createNameFinder } from '../../../../tasks/names';
import { idOf, stateOf, type TaskState } from '../../../../tasks/state';
import { quote } from '../../../../text';
import type { AnyExecution, Done } from '../../../operation';
import type { Creation } from './creation';
import type { NewTask } from './item';
import { seenCreated } from './told';

export const idIn = ({ fields }: TaskState): string => idOf(fields.Id);

/** The IDs of tasks in the text of a sentence. */
export const idsIn = (tasks: readonly TaskState[]): string =>
	tasks.map((one) => idIn(one) || 'one without its ID').join(', ');

type Created = Result<Done<'created'>>;

/** What is known of a name, before anything is sent. */
interface Looked {
	/** The tasks that have it. */
	found: readonly TaskState[];
	/** Creates one. */
	create(): Promise<Created>;
}

const unlisted = (failure: Failure): Failure => ({
	...failure,
	description: [
		'Whether a task of this name is there could not be read, so nothing was changed.',
		failure.description,
	]
		.filter(Boolean)
		.join(' '),
});

const mayBeThere = (name: string) =>
	fail({
		kind: 'input',
		message: `An item before this one may have created a task of the name ${quote(name)}`,
		description:
			'Nothing was sent for this item. Look whether that task is there before you run it again.',
	});

/**
 * Work on names: done behind a name's door, where nobody else of this process creates a task of it. What the
 * execution has created itself is known, although a list may not show it at once.
 */
export function namesOf(execution: AnyExecution, creation: Creation) {
	const names = createNameFinder(execution.send, execution.account);
	/** By lane: the ID of the task that this execution has created, '' where no answer proves it. */
	const made = new Map<string, string>();

	/** What became of a creation, for the items of its name that come behind it. */
	const remember = (item: NewTask, result: Created): Created => {
		const lane = laneOfName(item.enterpriseId, item.name);
		if (result.ok) made.set(lane, String(result.value.outputs[0]?.json.Id));
		else if (mayBeApplied(result.failure)) made.set(lane, '');
		return result;
	};

	const createOnce = async (item: NewTask): Promise<Created> =>
		await creation.create(item, () => names.changed(item.enterpriseId, item.name));

	/** Of a name that no task had before, a task is the proof that an answer was to give. */
	const created = async (item: NewTask): Promise<Created> => {
		const answered = await createOnce(item);
		if (answered.ok || !mayBeApplied(answered.failure)) return answered;
		if (answered.failure.kind === 'cancelled') return answered;
		const after = await settled(async () => await names.find(item.enterpriseId, item.name));
		const [one, ...more] = after.ok ? after.value : [];
		if (!one || more.length > 0) return answered;
		const { message } = answered.failure;
		const warning = `No answer proves the creation, but a task of this name, which was not there before, is there now (${message})`;
		return creation.tell('created', item, {
			state: one,
			summary: seenCreated(one),
			warnings: [warning],
		});
	};

	return {
		async createBlindly(item: NewTask): Promise<Created> {
			return remember(item, await createOnce(item));
		},
		/** Looks for an item's name, and does what is to be done about it. */
		async look<T>(item: NewTask, act: (looked: Looked) => Promise<Result<T>>): Promise<Result<T>> {
			const { enterpriseId, name } = item;
			const lane = laneOfName(enterpriseId, name);
			return await behind(lane, execution, async () => {
				const listed = await names.find(enterpriseId, name);
				if (!listed.ok) return fail(unlisted(listed.failure));
				const found = [...listed.value];
				const own = made.get(lane);
				if (own === '' && found.length === 0) return mayBeThere(name);
				if (own && !found.some((one) => idIn(one) === own)) {
					found.push(stateOf({ Id: own, Name: name }));
				}
				const create = async () => remember(item, await created(item));
				return await act({ found, create });
			});
		},
	};
}
