import type { IDataObject } from 'n8n-workflow';
import type { Result } from '../../../gateway/failure';
import { Slice } from '../../../sending/slice';
import type { Done } from '../../operation';
import { outcome } from '../../outcome';
import type { Joined } from './join';
import type { Part } from './part';
import type { Arrived } from './sendBatch';

/** What was done about a number. */
export type Deed = 'imported' | 'leftOut' | 'skipped';
export type Outcomes = Array<Result<Done<Deed>>>;

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

/** A number that must not be called. */
export function skipped(part: Part): Done<Deed> {
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
export async function outcomesOf(
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
