import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { fail, type Result } from '../../../gateway/failure';
import { settingOf } from '../../../input/setting';
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
type Outcomes = Map<number, Result<Done<Deed>>>;

const ON_THE_LIST = "the number is on the list of 'Do Not Call'";

/** The columns are the same whatever became of a number. */
const output = (
	{ group: { task }, tel, warnings = [] }: Part,
	said: { action: Deed; summary: string; warning?: string; reason?: string },
	batch: IDataObject = {},
): IDataObject =>
	outcome(
		{
			id: task.taskId,
			action: said.action,
			summary: said.summary,
			warnings: said.warning === undefined ? warnings : [...warnings, said.warning],
		},
		{
			Tel: tel,
			FileId: null,
			BatchName: null,
			Position: null,
			ImportTotal: null,
			SuccessTotal: null,
			InvalidTotal: null,
			RequestId: null,
			...batch,
			reason: said.reason ?? '',
		},
	);

const skipped = (part: Part): Done<Deed> => {
	const summary = `Not imported: ${ON_THE_LIST}`;
	const json = output(part, { action: 'skipped', summary, reason: ON_THE_LIST });
	return { did: 'skipped', outputs: [{ json }] };
};

/** How much of a batch the service took, where it was not all; it does not say which it left out. */
function shortfall({ SuccessTotal, InvalidTotal }: Arrived, sent: number): string | undefined {
	if (typeof SuccessTotal !== 'number' || SuccessTotal >= sent) return undefined;
	const invalid = Number(InvalidTotal) > 0 ? `, and calls ${String(InvalidTotal)} invalid` : '';
	return `The service took ${SuccessTotal} of the ${sent} numbers of this batch${invalid}; it does not say which it left out: those that are there already, are invalid or must not be called`;
}

/** What to say of a batch's items, in slices: there may be a hundred thousand. */
async function outcomesOf(
	{ items, parts, group }: Joined,
	name: string,
	{ warning, ...arrived }: Arrived,
): Promise<Outcomes> {
	const count = parts.length;
	const lacks = shortfall(arrived, count);
	const action = arrived.SuccessTotal === 0 ? 'leftOut' : 'imported';
	const said = [warning, lacks].filter((one) => one !== undefined).join('. ');
	const starts =
		group.params.ImportTelAutoStart === '1' ? '; the task was told to start and calls people' : '';
	const outcomes: Outcomes = new Map();
	const slice = new Slice();
	for (const [index, part] of parts.entries()) {
		if (slice.isOver) await slice.giveWay();
		const place = `number ${index + 1} of ${count} in batch ${arrived.FileId ?? name}`;
		const summary =
			action === 'imported'
				? `Imported as ${place}${starts}`
				: `Sent as ${place}, of which the service took none`;
		const json = output(
			part,
			{ action, summary, warning: said === '' ? undefined : said },
			{ ...arrived, BatchName: name, Position: index + 1 },
		);
		outcomes.set(items[index] ?? 0, { ok: true, value: { did: action, outputs: [{ json }] } });
	}
	return outcomes;
}

function open(execution: Execution<typeof options>): Joining<Deed, Part> {
	const { context, send, account, cancelled, wide } = execution;
	const readPart = partsOf(execution);
	const doNotCall = new DoNotCall(numbers);
	const listed = settingOf(context, DO_NOT_CALL, 'Do Not Call');
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
			return new Map(items.map((item) => [item, failed]));
		};
		return {
			items,
			lane: group.lane,
			isChange: true,
			run: async () => await alone(group.task, { account, cancelled }, importAll),
		};
	};

	return {
		read(itemIndex) {
			const list = listed.of(itemIndex);
			if (!list.ok) return list;
			const added = doNotCall.add(list.value);
			return added.ok ? readPart(itemIndex) : added;
		},
		async join(parts) {
			const left: Outcomes = new Map();
			const called = new Map<number, Part>();
			for (const [item, part] of parts) {
				if (doNotCall.has(part.tel)) left.set(item, { ok: true, value: skipped(part) });
				else
					called.set(
						item,
						withoutBackups(part, (tel) => doNotCall.has(tel)),
					);
			}
			const joined = await inBatches(called, wide.numbersPerBatch);
			const batches = joined.map((one, index) =>
				batchFor(one, nameOf(one, index + 1, joined.length)),
			);
			const leaving: Batch<Deed> = {
				items: [...left.keys()],
				run: async () => await Promise.resolve(left),
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
	options,
	deeds: {
		imported: { words: 'imported', isChange: true },
		leftOut: { words: 'left out by the service' },
		skipped: { words: 'skipped' },
	},
	open,
});
