import type { IDataObject } from 'n8n-workflow';
import { DELETE_BATCH_BY_NAME, DELETE_NUMBERS } from '../../../gateway/actions';
import {
	about,
	fail,
	failWrong,
	mayBeApplied,
	type Failure,
	type Result,
} from '../../../gateway/failure';
import { encodedLength } from '../../../gateway/form';
import { check, missing, unrelated, unsendable } from '../../../input/check';
import { encode } from '../../../input/encode';
import type { Read } from '../../../input/given';
import { fieldsBelow } from '../../../input/source';
import { callTask } from '../../../parameters';
import { catalogueOf } from '../../../parameters/catalogue';
import { chosenNumbers, MOST_DELETED } from '../../../parameters/numbers';
import { collectionOf } from '../../../parameters/properties';
import { alone, laneOf } from '../../../tasks/alone';
import { known } from '../../../tasks/noSuchTask';
import { identityOf, type TaskKey } from '../../../tasks/state';
import { readAbout, taskOf } from '../../../tasks/which';
import { quote } from '../../../text';
import { ENTERPRISE_FIELDS, WHICH_TASK } from '../../fields';
import {
	operation,
	type Batch,
	type Done,
	type Execution,
	type Joining,
	type Parts,
} from '../../operation';
import { CHANGING, CHECKING } from '../../options';
import { outcome } from '../../outcome';
import { MOST_BYTES } from './join';

type Deed = 'deleted';

const catalogue = catalogueOf(callTask.identity, [chosenNumbers]);

const options = { ...CHANGING, ...CHECKING } as const;

/** What an item wants to have deleted. */
interface Wanted {
	task: TaskKey;
	/** One of FileId, FileName and Status; none where the numbers themselves are given. */
	by: Readonly<Record<string, string>>;
	/** Numbers with commas between them; '' where something else is chosen. */
	tels: string;
	/** Sentences without the final period. */
	warnings: readonly string[];
}

/** Items whose numbers are deleted together. */
interface Joined extends Wanted {
	items: Array<{ index: number; wanted: Wanted }>;
	count: number;
	size: number;
}

const countOf = (tels: string): number => (tels === '' ? 0 : tels.split(',').length);

/**
 * Items that give numbers of one task go together, as far as the limits allow. So do those that choose the same
 * otherwise: a name that was sent twice would mean the batch before the second time.
 */
function together(parts: Parts<Wanted>): Joined[] {
	const all: Joined[] = [];
	const open = new Map<string, Joined>();
	for (const [index, wanted] of parts.entries()) {
		if (!wanted) continue;
		const { task, by, tels } = wanted;
		const key = `${laneOf(task)} ${JSON.stringify(by)}`;
		const count = countOf(tels);
		const size = encodedLength(`,${tels}`);
		const last = open.get(key);
		if (last && last.count + count <= MOST_DELETED && last.size + size <= MOST_BYTES) {
			last.items.push({ index, wanted });
			last.count += count;
			last.size += size;
			continue;
		}
		const made = { ...wanted, items: [{ index, wanted }], count, size };
		all.push(made);
		open.set(key, made);
	}
	return all;
}

/** What was deleted, in a sentence; how many numbers that were, the service does not say. */
function summaryOf({ by: { FileId, FileName, Status }, tels }: Wanted): string {
	if (FileId !== undefined) return `Deleted all numbers of batch ${FileId}`;
	if (FileName !== undefined) {
		return `Deleted all numbers of the batch ${quote(FileName)} that was added last`;
	}
	if (Status !== undefined) {
		return `Deleted all numbers that had ${Status === '0' ? 'not been called yet' : 'been called'}`;
	}
	const count = countOf(tels);
	return count === 1
		? 'Deleted the number, if the task had it'
		: `Deleted ${count} numbers, as far as the task had them`;
}

/** A name means another batch the second time. */
const withWarning = (failure: Failure, { by }: Wanted): Failure =>
	by.FileName !== undefined && mayBeApplied(failure)
		? {
				...failure,
				note: 'Look at the batches of the task first: if it was done, the same name now means the batch before.',
			}
		: failure;

const deleted = (wanted: Wanted, { RequestId = null }: IDataObject): Done<Deed> => {
	const { task, warnings } = wanted;
	const said = { id: task.taskId, action: 'deleted', summary: summaryOf(wanted), warnings };
	return { did: 'deleted', outputs: [{ json: outcome(said, { RequestId }) }] };
};

function open(execution: Execution<typeof options>): Joining<Deed, Wanted> {
	const { context, send, account, cancelled, enterpriseId, timezone } = execution;
	const source = fieldsBelow(context, catalogue);
	const whose = { catalogue, enterpriseId, zone: timezone };

	/** One way for all items beside one that gives this item nothing: nobody wants it for the empty rows alone. */
	const halfChosen = (fields: readonly Read[]): string[] => {
		const [chosen, ...others] = fields.filter(({ row }) => !row.identifies);
		const fixed = source.added.find(({ row, isFixed }) => isFixed && row === chosen?.row);
		const empty = source.added.find(({ row }) => row !== chosen?.row);
		return others.length === 0 && fixed && empty
			? [
					`'${empty.label}' is empty, and '${fixed.label}' would be taken in its place; keep one of them under 'Which Numbers'`,
				]
			: [];
	};

	const read = (itemIndex: number): Result<Wanted> => {
		const { given } = source.collect(itemIndex).value;
		const { fields } = readAbout(given, whose);
		const task = taskOf(fields);
		const own = execution.optionsOf(itemIndex);
		if (!own.ok) return about(task, own);
		const issues = [
			...missing(fields, catalogue),
			...halfChosen(fields),
			// Whatever is checked: nobody deletes all numbers by choosing none.
			...(own.value.checkValuesBeforeSending
				? check(fields, catalogue)
				: [...unsendable(fields), ...unrelated(fields, catalogue)]),
		];
		if (issues.length > 0) {
			const description = 'Nothing was deleted for this item.';
			return failWrong(issues, description, { task });
		}
		const chosen = fields.filter(({ row }) => !row.identifies);
		const { Tels: tels = '', ...by } = encode(chosen, false);
		const warnings = chosen.flatMap(({ label, reading: { warning } }) =>
			warning === undefined ? [] : [`'${label}' ${warning}`],
		);
		return { ok: true, value: { task, by, tels, warnings } };
	};

	const batchFor = (joined: Joined): Batch<Deed> => {
		const { task, by, items } = joined;
		const run = async (): Promise<Array<Result<Done<Deed>>>> => {
			const tels = items.flatMap(({ wanted }) => wanted.tels || []).join(',');
			const action = by.FileName === undefined ? DELETE_NUMBERS : DELETE_BATCH_BY_NAME;
			const params = { ...identityOf(task), ...by, ...(tels === '' ? {} : { Tels: tels }) };
			const answer = known(task, await send(action, params));
			const resultOf = (wanted: Wanted): Result<Done<Deed>> =>
				answer.ok
					? { ok: true, value: deleted(wanted, answer.value) }
					: fail(withWarning(answer.failure, wanted));
			return items.map(({ wanted }) => resultOf(wanted));
		};
		return {
			items: items.map(({ index }) => index),
			lane: laneOf(task),
			task,
			isChange: true,
			run: async () => await alone(task, { account, cancelled }, run),
		};
	};

	return {
		read,
		join: async (parts) => await Promise.resolve(together(parts).map(batchFor)),
		whyNotTwice: ({ by }) =>
			by.FileName === undefined
				? undefined
				: 'After a failure n8n would run all items once more, and the same name would then mean the batch before.',
	};
}

/** CloudDeleteTaskTel: takes numbers out of a task. */
export const deleteNumbers = operation({
	resource: 'callTask',
	option: {
		name: 'Delete Numbers',
		value: 'deleteNumbers',
		action: 'Delete numbers of a call task',
		description:
			'Delete phone numbers of an outbound call task for good: those given, those of a batch, or those with a status. Needs the task and one of these; with nothing chosen it deletes nothing. Given numbers are taken out of a running task too; for a batch or a status that is not documented.',
	},
	fields: [...WHICH_TASK, collectionOf(chosenNumbers), ...ENTERPRISE_FIELDS],
	options,
	deeds: { deleted: { words: 'deleted', isChange: true } },
	open,
});
