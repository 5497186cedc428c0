import type { IDataObject } from 'n8n-workflow';
import type { Result } from '../../../gateway/failure';
import type { Done } from '../../operation';
import { detailsOf, inOne, type FirstColumns } from '../../outcome';
import type { Part } from './part';
import type { Arrived } from './sendBatch';

/** What was done about a number. */
export type Deed = 'imported' | 'leftOut' | 'skipped';
export type Outcomes = ReadonlyArray<Result<Done<Deed>>>;

/** What there is to say of a number beside itself. */
interface OfNumber {
	/** In its batch. */
	position: number | null;
	reason: string;
}

/** What there is to say of all numbers of a batch, under the names of the columns. */
export interface OfBatch extends Omit<Arrived, 'warning'> {
	action: Deed;
	summary: string;
	BatchName: string | null;
}

const NONE: readonly string[] = [];

/**
 * The columns are the same whatever became of a number. In one literal, which is made at once: an import has
 * a hundred thousand of them.
 */
export const columnsFor = (
	{ group: { task }, tel, warnings = NONE }: Part,
	{ position, reason }: OfNumber,
	{
		action,
		summary,
		FileId,
		BatchName,
		ImportTotal,
		SuccessTotal,
		InvalidTotal,
		RequestId,
	}: OfBatch,
) =>
	({
		Id: task.taskId,
		Name: null,
		action,
		summary,
		warnings: inOne(warnings),
		Tel: tel,
		FileId,
		BatchName,
		Position: position,
		ImportTotal,
		SuccessTotal,
		InvalidTotal,
		RequestId,
		reason,
		details: detailsOf(warnings),
	}) satisfies FirstColumns & IDataObject;

/** What is said of a number. */
export type Columns = ReturnType<typeof columnsFor>;

/** Why a number is not sent. */
export const ON_THE_LIST = "the number is on the list of 'Do Not Call'";
export const DOUBLE =
	"the number stands in this import before, and 'Duplicates' says to leave such out";

const SKIPPED: Omit<OfBatch, 'summary'> = {
	action: 'skipped',
	FileId: null,
	BatchName: null,
	ImportTotal: null,
	SuccessTotal: null,
	InvalidTotal: null,
	RequestId: null,
};

/** A number that is not sent. */
export function skipped(part: Part, reason: string): Done<Deed> {
	const ofBatch = { ...SKIPPED, summary: `Not imported: ${reason}` };
	const json = columnsFor(part, { position: null, reason }, ofBatch);
	return { did: 'skipped', task: part.group.task, outputs: [{ json }] };
}

/** How much of a batch the service took, where it was not all; it does not say which it left out. */
function shortfall({ SuccessTotal, InvalidTotal }: Arrived, sent: number): string | undefined {
	if (typeof SuccessTotal !== 'number' || SuccessTotal >= sent) return undefined;
	const invalid = Number(InvalidTotal) > 0 ? `, and calls ${String(InvalidTotal)} invalid` : '';
	return `The service took ${SuccessTotal} of the ${sent} numbers of this batch${invalid}; it does not say which it left out: those that are there already, are invalid or must not be called`;
}

/** What is worth a second look about all numbers of a batch, in sentences without the final period. */
export const warningsOf = (arrived: Arrived, sent: number): string[] =>
	[arrived.warning, shortfall(arrived, sent)].filter((one) => one !== undefined);

/** What there is to say of a batch of so many numbers. */
export function toldOf(
	{ FileId, ImportTotal, SuccessTotal, InvalidTotal, RequestId }: Arrived,
	{ name, sent, starts }: { name: string | null; sent: number; starts: boolean },
): OfBatch {
	const action = SuccessTotal === 0 ? 'leftOut' : 'imported';
	const where = `batch ${FileId ?? name}, one of ${sent}`;
	const calls = starts ? '; the task was told to start and calls people' : '';
	// One text for all of them; Position tells them apart.
	const summary =
		action === 'imported'
			? `Imported into ${where}${calls}`
			: `Sent into ${where}, of which the service took none`;
	const BatchName = name;
	return { action, summary, BatchName, FileId, ImportTotal, SuccessTotal, InvalidTotal, RequestId };
}

/**
 * Puts what there is to say of a batch into the columns of one of its numbers.
 * @param warnings about all of them
 */
export function fillIn(columns: Columns, batch: OfBatch, warnings: readonly string[]): void {
	columns.action = batch.action;
	columns.summary = batch.summary;
	columns.FileId = batch.FileId;
	columns.ImportTotal = batch.ImportTotal;
	columns.SuccessTotal = batch.SuccessTotal;
	columns.InvalidTotal = batch.InvalidTotal;
	columns.RequestId = batch.RequestId;
	if (warnings.length === 0) return;
	const all = [...columns.details.warnings, ...warnings];
	columns.warnings = inOne(all);
	columns.details = detailsOf(all);
}
