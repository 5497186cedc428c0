import type { INodePropertyOptions } from 'n8n-workflow';
import { QUERY_TASK } from '../gateway/actions';
import type { Result } from '../gateway/failure';
import { getTask } from '../tasks/get';
import { listTasks, MOST_LISTED, TYPES } from '../tasks/list';
import { idOf, listedIn, stateOf, statusWords, typeWords, type TaskState } from '../tasks/state';
import { entryOf } from './entry';
import type { Asking, List } from './list';

/** Longest name of a task: the service takes no longer one to look for. */
const LONGEST_NAME = 49;

const optionOf = (task: TaskState): INodePropertyOptions =>
	entryOf(task.fields.Name, idOf(task.fields.Id), [typeWords(task), statusWords(task)]);

const createdAt = ({ fields: { CreateTime } }: TaskState): string => String(CreateTime ?? '');

/** The newest first; of those created in one second the one with the higher ID. */
function byAge(one: TaskState, other: TaskState): number {
	const [first, second] = [createdAt(one), createdAt(other)];
	if (first !== second) return first < second ? 1 : -1;
	return Number(idOf(other.fields.Id)) - Number(idOf(one.fields.Id));
}

const optionsOf = (tasks: Iterable<TaskState>): INodePropertyOptions[] =>
	[...tasks].sort(byAge).map(optionOf);

/** The tasks of one kind whose name the service finds; which part of a name is enough is its business. */
async function named(
	{ send, enterpriseId }: Asking,
	name: string,
	type: string,
): Promise<Result<TaskState[]>> {
	const page = { Start: '0', Limit: String(MOST_LISTED) };
	const params = { EnterpriseId: enterpriseId, Type: type, Name: name, ...page };
	const answer = await send(QUERY_TASK, params);
	return answer.ok ? { ok: true, value: listedIn(answer.value).map(stateOf) } : answer;
}

/** The task of an ID, if there is one. */
async function numbered({ send, enterpriseId }: Asking, typed: string): Promise<TaskState[]> {
	if (!/^\d+$/.test(typed)) return [];
	const task = await getTask(send, { enterpriseId, taskId: idOf(typed) });
	return task.ok ? [task.value] : [];
}

/**
 * The call tasks of both kinds. A call center has a hundred of them at most by the vendor's page, which is
 * two requests: so all are read, since only then is the newest one known, and looked through here, by parts
 * of names and numbers alike. Where there are far more the service is asked to look.
 */
export const callTasks: List = {
	action: QUERY_TASK,
	called: 'call tasks',
	whenEmpty: 'Create one in the console, or by the operation Create.',
	async read({ send, enterpriseId }) {
		const listing = await listTasks(send, enterpriseId, Number.POSITIVE_INFINITY);
		if (!listing.ok) return listing;
		const { tasks, isWhole } = listing.value;
		return { ok: true, value: { options: optionsOf(tasks.values()), isWhole } };
	},
	async find(asking, typed) {
		const name = typed.slice(0, LONGEST_NAME);
		const found = await Promise.all(TYPES.map(async (type) => await named(asking, name, type)));
		const tasks = await numbered(asking, typed);
		for (const answer of found) {
			if (!answer.ok) return answer;
			tasks.push(...answer.value);
		}
		return { ok: true, value: { options: optionsOf(tasks), isWhole: false } };
	},
};
