import { randomUUID } from 'node:crypto';
import { fail, type Result } from '../../../gateway/failure';
import { settingOf } from '../../../input/setting';
import { task as taskRows } from '../../../parameters/identity';
import { tel as telRow } from '../../../parameters/numbers';
import { alone } from '../../../tasks/alone';
import {
	operation,
	type Batch,
	type Done,
	type Execution,
	type Joining,
	type Paired,
	type Parts,
} from '../../operation';
import { DoNotCall } from './doNotCall';
import { doublesOf } from './doubles';
import { Drafts } from './drafts';
import { DO_NOT_CALL, importFields } from './fields';
import { inBatches, type Joined } from './join';
import { options } from './options';
import { DOUBLE, ON_THE_LIST, skipped, type Deed, type Outcomes } from './outcomes';
import { withoutBackups, type Part } from './part';
import { numbers, partsOf } from './read';
import { sendBatch, type Way } from './sendBatch';

/** Nobody is called where it is not known who must not be. */
function withheld(parts: Parts<Part>, why: Result<never>): Batch<Deed> {
	const items = [...parts.keys()].filter((item) => parts[item]);
	return { items, run: async () => await Promise.resolve(items.map(() => why)) };
}

function open(execution: Execution<typeof options>): Joining<Deed, Part> {
	const { context, send, account, cancelled, clean, finished, total, wide } = execution;
	const readPart = partsOf(execution);
	const doNotCall = new DoNotCall(numbers);
	const listed = settingOf(context, DO_NOT_CALL, 'Do Not Call');
	/** A list of one item holds for all of them: so does what is wrong with it. */
	let unreadable: Result<never> | undefined;
	const outputs = new Array<Paired>(total);
	const mark = randomUUID().slice(0, 8);
	const way: Omit<Way, 'underWay'> = {
		send,
		cancelled,
		maximumAttempts: wide.maximumAttempts,
		longestWait: wide.longestWait,
		isMarked: !wide.exactBatchName,
	};

	/** A name that no other batch has, as long as nobody asks for the name as it is. */
	const nameOf = ({ group: { params } }: Joined, place: number, of: number): string => {
		const { Name = '', FileId } = params;
		if (wide.exactBatchName || FileId !== undefined) return Name;
		return `${Name} ${mark}${of > 1 ? `-${place}` : ''}`;
	};

	const batchFor = (joined: Joined, name: string): Batch<Deed> => {
		const { group, items } = joined;
		const importAll = async (): Promise<Outcomes> => {
			const drafts = new Drafts(joined, name, { outputs, finished, clean });
			const sent = await drafts.madeDuring(
				async (underWay) => await sendBatch(joined, name, { ...way, underWay }),
			);
			if (sent.ok || items.length === 1) return items.map(() => sent);
			const note = [sent.failure.note, `It is about all ${items.length} numbers of the batch.`];
			const failed = fail({ ...sent.failure, note: note.filter(Boolean).join(' ') });
			return items.map(() => failed);
		};
		return {
			items,
			lane: group.lane,
			task: group.task,
			isChange: true,
			run: async () => await alone(group.task, { account, cancelled }, importAll),
		};
	};

	/** The numbers that are called; those that are not are put aside. */
	const calledOf = (parts: Parts<Part>, left: Map<number, Done<Deed>>): Parts<Part> =>
		parts.map((part, item) => {
			if (!part) return undefined;
			if (!doNotCall.has(part.tel)) return withoutBackups(part, (tel) => doNotCall.has(tel));
			left.set(item, skipped(part, ON_THE_LIST));
			return undefined;
		});

	/** Batches, without what stands in an earlier one where the service would not see that. */
	const joinedOnce = async (called: Parts<Part>, left: Map<number, Done<Deed>>) => {
		const joined = await inBatches(called, wide.numbersPerBatch);
		const doubles = doublesOf(joined);
		if (doubles.size === 0) return joined;
		const single = called.map((part, item) => {
			if (!part || !doubles.has(item)) return part;
			left.set(item, skipped(part, DOUBLE));
			return undefined;
		});
		return await inBatches(single, wide.numbersPerBatch);
	};

	let same: Result<undefined> | undefined;
	/** Reads the list of an item: once, where it is that of all items. */
	const listFor = (itemIndex: number): Result<undefined> => {
		if (same) return same;
		const list = listed.of(itemIndex);
		const added = list.ok ? doNotCall.add(list.value, listed.isSame) : list;
		if (listed.isSame) same = added;
		return added;
	};

	return {
		read(itemIndex) {
			const added = listFor(itemIndex);
			if (added.ok) return readPart(itemIndex);
			unreadable ??= added;
			return added;
		},
		async join(parts) {
			if (unreadable) return [withheld(parts, unreadable)];
			if (listed.isGiven && doNotCall.isEmpty) {
				execution.note(
					'Worth a second look',
					'Do Not Call',
					() => ' is filled in and gave no number, so that nobody was left out',
				);
			}
			const left = new Map<number, Done<Deed>>();
			const called = doNotCall.isEmpty ? parts : calledOf(parts, left);
			const joined = await joinedOnce(called, left);
			const batches = joined.map((one, index) =>
				batchFor(one, nameOf(one, index + 1, joined.length)),
			);
			const outcomes = [...left.values()].map((value) => ({ ok: true as const, value }));
			const leaving: Batch<Deed> = {
				items: [...left.keys()],
				run: async () => await Promise.resolve(outcomes),
			};
			return left.size > 0 ? [leaving, ...batches] : batches;
		},
		whyNotTwice: ({ group }) =>
			group.leavesOutDoubles
				? undefined
				: 'After a failure n8n would import all numbers once more, those that have arrived too, and they would be called twice.',
	};
}

/** CloudImportTaskTel: gives a task numbers to call. */
export const importNumbers = operation({
	resource: 'callTask',
	option: {
		name: 'Import Numbers',
		value: 'importNumbers',
		action: 'Import numbers into a call task',
		description:
			'Give an outbound call task phone numbers to call, one an input item. Needs the task, a name for the batch and the numbers. The people are called when the task runs: at once if it is running, or if the import is told to start it.',
	},
	fields: importFields,
	columns: {
		catalogue: numbers,
		needed: [...taskRows, telRow],
		rules: {
			which:
				'One column must hold the number: Tel, Phone Number, phone, mobile, 手机号 or 电话. Others may hold backup numbers, priority, caller ID and properties. The task is the one chosen here, or that of a column TaskId.',
			empty: 'Empty cells are left out.',
		},
	},
	options,
	deeds: {
		imported: { words: 'imported', isChange: true },
		leftOut: { words: 'left out by the service' },
		skipped: { words: 'skipped' },
	},
	open,
});
