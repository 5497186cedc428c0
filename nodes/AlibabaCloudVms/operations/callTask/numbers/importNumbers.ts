import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { fail, type Result } from '../../../gateway/failure';
import { settingOf } from '../../../input/setting';
import { task as taskRows } from '../../../parameters/identity';
import { tel as telRow } from '../../../parameters/numbers';
import { Slice } from '../../../sending/slice';
import { alone } from '../../../tasks/alone';
import { operation, type Batch, type Done, type Execution, type Joining } from '../../operation';
import { outcome } from '../../outcome';
import { DoNotCall } from './doNotCall';
import { DO_NOT_CALL, importFields } from './fields';
import { inBatches, type Joined } from './join';
import { options } from './options';
import { withoutBackups, type Part } from './part';
import { numbers, partsOf } from './read';
import { sendBatch, type Arrived, type Way } from './sendBatch';

type Deed = 'imported' | 'leftOut' | 'skipped';
type Outcomes = Array<Result<Done<Deed>>>;

const ON_THE_LIST = "the number is on the list of 'Do Not Call'";

/** What there is to say of a number. */
interface Said {
	action: Deed;
	summary: string;
	warnings: readonly string[] | undefined;
	position: number | null;
	reason: string;
}

/** What there is to say of its batch. */
type OfBatch = Omit<Arrived, 'warning'> & { BatchName: string | null };

const NO_BATCH: OfBatch = {
	FileId: null,
	BatchName: null,
	ImportTotal: null,
	SuccessTotal: null,
	InvalidTotal: null,
	RequestId: null,
};

/** The columns are the same whatever became of a number. */
const outputFor = (
	{ group: { task }, tel }: Part,
	{ action, summary, warnings, position, reason }: Said,
	{ FileId, BatchName, ImportTotal, SuccessTotal, InvalidTotal, RequestId }: OfBatch,
): IDataObject =>
	outcome(
		{ id: task.taskId, action, summary, warnings },
		{
			Tel: tel,
			FileId,
			BatchName,
			Position: position,
			ImportTotal,
			SuccessTotal,
			InvalidTotal,
			RequestId,
			reason,
		},
	);

function skipped(part: Part): Done<Deed> {
	const said: Said = {
		action: 'skipped',
		summary: `Not imported: ${ON_THE_LIST}`,
		warnings: part.warnings,
		position: null,
		reason: ON_THE_LIST,
	};
	return { did: 'skipped', outputs: [{ json: outputFor(part, said, NO_BATCH) }] };
}

/** How much of a batch the service took, where it was not all; it does not say which it left out. */
function shortfall({ SuccessTotal, InvalidTotal }: Arrived, sent: number): string | undefined {
	if (typeof SuccessTotal !== 'number' || SuccessTotal >= sent) return undefined;
	const invalid = Number(InvalidTotal) > 0 ? `, and calls ${String(InvalidTotal)} invalid` : '';
	return `The service took ${SuccessTotal} of the ${sent} numbers of this batch${invalid}; it does not say which it left out: those that are there already, are invalid or must not be called`;
}

/** What to say of a batch's items, in slices: there may be a hundred thousand. */
async function outcomesOf(
	{ parts, group }: Joined,
	name: string,
	{ warning, ...arrived }: Arrived,
): Promise<Outcomes> {
	const count = parts.length;
	const lacks = shortfall(arrived, count);
	const action = arrived.SuccessTotal === 0 ? 'leftOut' : 'imported';
	const ofAll = [warning, lacks].filter((one) => one !== undefined);
	const starts =
		group.params.ImportTelAutoStart === '1' ? '; the task was told to start and calls people' : '';
	const ofBatch: OfBatch = { ...arrived, BatchName: name };
	const where = `batch ${arrived.FileId ?? name}, one of ${count}`;
	// One text for all of them; Position tells them apart.
	const summary =
		action === 'imported'
			? `Imported into ${where}${starts}`
			: `Sent into ${where}, of which the service took none`;
	const { task } = group;
	const outcomes: Outcomes = [];
	const slice = new Slice();
	for (let index = 0; index < count; index++) {
		if (slice.isOverAt(index)) await slice.giveWay();
		const part = parts[index] as Part;
		const { warnings = [] } = part;
		const all = ofAll.length === 0 ? warnings : [...warnings, ...ofAll];
		const said: Said = { action, summary, warnings: all, position: index + 1, reason: '' };
		const outputs = [{ json: outputFor(part, said, ofBatch) }];
		outcomes.push({ ok: true, value: { did: action, task, outputs } });
	}
	return outcomes;
}

/** Nobody is called where it is not known who must not be. */
const withheld = (parts: ReadonlyMap<number, Part>, why: Result<never>): Batch<Deed> => ({
	items: [...parts.keys()],
	run: async () => await Promise.resolve([...parts.keys()].map(() => why)),
});

function open(execution: Execution<typeof options>): Joining<Deed, Part> {
	const { context, send, account, cancelled, wide } = execution;
	const readPart = partsOf(execution);
	const doNotCall = new DoNotCall(numbers);
	const listed = settingOf(context, DO_NOT_CALL, 'Do Not Call');
	/** A list of one item holds for all of them: so does what is wrong with it. */
	let unreadable: Result<never> | undefined;
	const mark = randomUUID().slice(0, 8);
	const way: Way = {
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
			const sent = await sendBatch(joined, name, way);
			if (sent.ok) return await outcomesOf(joined, name, sent.value);
			const note = [sent.failure.note, `It is about all ${items.length} numbers of the batch.`];
			const failed = fail(
				items.length > 1 ? { ...sent.failure, note: note.filter(Boolean).join(' ') } : sent.failure,
			);
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
	const calledOf = (parts: ReadonlyMap<number, Part>, left: Map<number, Done<Deed>>) => {
		const called = new Map<number, Part>();
		for (const [item, part] of parts) {
			if (doNotCall.has(part.tel)) left.set(item, skipped(part));
			else
				called.set(
					item,
					withoutBackups(part, (tel) => doNotCall.has(tel)),
				);
		}
		return called;
	};

	return {
		read(itemIndex) {
			const list = listed.of(itemIndex);
			const added = list.ok ? doNotCall.add(list.value) : list;
			if (added.ok) return readPart(itemIndex);
			unreadable ??= added;
			return added;
		},
		async join(parts) {
			if (unreadable) return [withheld(parts, unreadable)];
			const left = new Map<number, Done<Deed>>();
			const called = doNotCall.isEmpty ? parts : calledOf(parts, left);
			const joined = await inBatches(called, wide.numbersPerBatch);
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
