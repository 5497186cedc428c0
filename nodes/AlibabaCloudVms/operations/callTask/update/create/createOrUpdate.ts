import { fail, failWrong, type Result } from '../../../../gateway/failure';
import { unrelated } from '../../../../input/check';
import type { Ignored } from '../../../../input/given';
import { callTask } from '../../../../parameters';
import { task as taskRows } from '../../../../parameters/identity';
import { holds } from '../../../../parameters/same';
import { FIRST_WINDOW } from '../../../../sending/rate';
import { alone, laneOfName } from '../../../../tasks/alone';
import { ENDED, stateOf, type TaskState } from '../../../../tasks/state';
import { quote } from '../../../../text';
import { noted } from '../../../noted';
import { operation, type Done, type Job } from '../../../operation';
import { changeTask } from '../change';
import { columnsOfAnyTask, fieldsOfNewTask } from '../fields';
import { options as updating, type UpdateOptions } from '../options';
import type { Deed as Updated, Plan, Tools } from '../plan';
import { toolsOf } from '../prepare';
import { idIn, idsIn, namesOf } from './byName';
import { creationOf } from './creation';
import type { NewTask } from './item';
import { creating } from './options';

const options = { ...updating, copyFromTask: creating.copyFromTask } as const;

type Deed = 'created' | Updated;

const refused = (message: string, advice: string) =>
	fail({ kind: 'input', message, description: `Nothing was sent for this item. ${advice}` });

/** What an item gives and a task that is there can't take any more, in sentences. */
const unchangeable = ({ wish }: NewTask, { fields }: TaskState): string[] =>
	wish.fields.flatMap(({ row, label, reading: { wire = '' } }) => {
		const has = fields[row.api] ?? '';
		const isFixed = row.api === 'Type' || row.api === 'CallGroupType';
		// Of what the task does not say, the service knows best.
		if (!isFixed || wire === '' || has === '') return [];
		if (holds(row.same(String(has)), row.same(wire))) return [];
		return [
			`'${label}' is ${wire}, but the task has ${quote(has)}, which can't be changed once a task is there`,
		];
	});

/** What is of no use for a task that is there: not sent, and told. */
const unusable = ({ wish }: NewTask): Ignored[] =>
	wish.fields.flatMap(({ row: { api }, label, reading: { wire = '' } }) =>
		wire !== '' && (api === 'TemplateName' || api === 'AutoDelete')
			? [{ field: label, parameter: api, reason: 'does not apply to a task that is there already' }]
			: [],
	);

/** What an item wants of a task that is there: its name it has. */
function updateOf(item: NewTask, state: TaskState, own: UpdateOptions): Plan<UpdateOptions> {
	const { wish, enterpriseId, policy, draw } = item;
	const taskId = idIn(state);
	const { Name, Status, Type } = state.fields;
	const settings = wish.fields.filter(
		({ row }) => callTask.rows.includes(row) && row.api !== 'Name',
	);
	const ids = taskRows.map((row) => {
		const reading = { value: taskId, wire: taskId };
		return { row, label: row.property.displayName, value: taskId, reading };
	});
	return {
		catalogue: callTask,
		task: { enterpriseId, taskId },
		fields: [...ids, ...settings],
		ignored: [...wish.ignored, ...unusable(item)],
		notes: wish.notes,
		options: own,
		policy,
		// Its settings an item before this one may have changed since.
		seen: stateOf({ Name, Status, Type }),
		givesValues: true,
		...(draw ? { draw } : {}),
	};
}

const NO_ID = 'The list of tasks has one of this name without its ID';

/** A task that is seen ended in the list is one that was read, for which a choice holds that was not made. */
const heeding = ({ status }: TaskState, own: UpdateOptions): UpdateOptions =>
	status === ENDED ? { ...own, whenTaskHasEnded: own.whenTaskHasEnded ?? 'refuse' } : own;

/** Updates the task that has the item's name. */
async function update(
	item: NewTask,
	state: TaskState,
	{ own, tools }: { own: UpdateOptions; tools: Tools },
): Promise<Result<Done<Updated>>> {
	const issues = unchangeable(item, state);
	const id = idIn(state);
	if (id === '') return refused(NO_ID, 'Update it by its ID, by Update.');
	if (issues.length > 0) {
		return refused(issues.join('. '), `The task of this name is ${id}.`);
	}
	const plan = updateOf(item, state, heeding(state, own));
	// What a template was to give beside a value, it gives to a new task alone.
	const lacking = own.checkValuesBeforeSending ? unrelated(plan.fields, callTask) : [];
	if (lacking.length > 0) {
		return failWrong(lacking, `Nothing was sent for this item. The task of this name is ${id}.`);
	}
	const { task } = plan;
	const changed = await alone(task, tools, async () => await changeTask(plan, tools));
	return changed.ok
		? { ok: true, value: { ...changed.value, task } }
		: fail({ task, ...changed.failure });
}

/** What is wrong with a new task may be its name: an update was meant. */
const ofNewName = <T>({ name }: NewTask, created: Result<T>): Result<T> => {
	if (created.ok || created.failure.kind !== 'input') return created;
	const { failure } = created;
	const description = `No task has the name ${quote(name)}, so one would be created. ${failure.description}`;
	return fail({ ...failure, description });
};

/** CloudUpdateTask where a task has the name, and CloudCreateTask where none has. */
export const createOrUpdate = operation({
	resource: 'callTask',
	option: {
		name: 'Create or Update',
		value: 'createOrUpdate',
		action: 'Create or update a call task',
		description:
			'Look for an outbound call task by its whole name, and create it where there is none, or change its settings where there is one. Real people are called by them: an Auto Start begins calls by itself, and when a running task takes a change up is not documented.',
	},
	fields: fieldsOfNewTask,
	columns: columnsOfAnyTask,
	options,
	deeds: {
		created: { words: 'created', isChange: true },
		updated: { words: 'updated', isChange: true },
		unchanged: { words: 'unchanged' },
		skipped: { words: 'skipped' },
	},
	open(execution) {
		const creation = creationOf(execution, '; that run looks for it first too');
		const names = namesOf(execution, creation);
		const tools = toolsOf(execution);
		const make = async (item: NewTask, own: UpdateOptions): Promise<Result<Done<Deed>>> =>
			await names.look<Done<Deed>>(item, async ({ found: [one, ...more], create }) => {
				if (!one) return ofNewName(item, await create());
				if (more.length === 0) return await update(item, one, { own, tools });
				const ids = idsIn([one, ...more]);
				return refused(
					`Several tasks have the name ${quote(item.name)}: ${ids}`,
					'Update the one that is meant by its ID, by Update.',
				);
			});
		return (itemIndex): Result<Job<Deed>> => {
			const own = execution.optionsOf(itemIndex);
			if (!own.ok) return own;
			// How many tasks may be left paused is bounded: the number side by side is not doubled.
			if (own.value.whenTaskIsRunning === 'pauseUpdateResume') execution.stayBelow(FIRST_WINDOW);
			const read = creation.read(itemIndex, own.value, 'either');
			if (!read.ok) return read;
			const item = read.value;
			const run = async () => noted(await make(item, own.value), item.wish.notes);
			const task = { enterpriseId: item.enterpriseId, taskId: '' };
			const lane = laneOfName(item.enterpriseId, item.name);
			return { ok: true, value: { lane, task, isChange: true, run } };
		};
	},
});
