import { about, failWrong, type Result } from '../../../gateway/failure';
import { encodedLength } from '../../../gateway/form';
import { check, missing, unsendable } from '../../../input/check';
import { encode } from '../../../input/encode';
import type { Read } from '../../../input/given';
import { notesOn, type Columns } from '../../../input/leftOut';
import { read } from '../../../input/read';
import { fieldsBelow } from '../../../input/source';
import { uncountedAmong, unknownColumns } from '../../../input/unknownColumns';
import { callTask } from '../../../parameters';
import { catalogueOf } from '../../../parameters/catalogue';
import { isMobile } from '../../../parameters/encoders/tel';
import { batch, batchName, numberFields, tel } from '../../../parameters/numbers';
import { laneOf } from '../../../tasks/alone';
import { identityOf } from '../../../tasks/state';
import { readAbout, taskOf } from '../../../tasks/which';
import { noted } from '../../noted';
import type { Execution } from '../../operation';
import { sourceOf } from '../../source';
import { MOST_BYTES } from './join';
import type { ImportOptions, options } from './options';
import { entryOf, othersOf, withTel, type Group, type Part } from './part';

/** A number, and the task that it is for. */
export const numbers = catalogueOf([...callTask.identity, tel], [numberFields]);

const batches = catalogueOf([batchName], [batch]);

/** How the service looks for doubles where nothing is said: in the whole task. */
const WHOLE_TASK = '1';
const BATCH = '3';

const UNKNOWN = 'Columns that mean no field of a number were left out';

const refused = (issues: readonly string[], more?: Parameters<typeof failWrong>[2]) =>
	failWrong(issues, 'Nothing was sent for this item.', more);

const issuesWith = (fields: readonly Read[], isChecked: boolean, of = numbers): string[] =>
	isChecked ? check(fields, of) : unsendable(fields);

/** Whether a number that arrives twice in the same batch or task is there once. */
const leavesOutDoubles = ({ IsRepeat = WHOLE_TASK, FileId }: Record<string, string>): boolean =>
	IsRepeat === WHOLE_TASK || (IsRepeat === BATCH && FileId !== undefined);

/** Reads what holds for the batch of an item: once for all where no field is an expression. */
function batchesOf({ context, timezone }: Pick<Execution<typeof options>, 'context' | 'timezone'>) {
	const source = fieldsBelow(context, batches);
	const readOne = (itemIndex: number, isChecked: boolean): Result<Record<string, string>> => {
		const { given } = source.collect(itemIndex).value;
		const { fields } = read(given, batches, timezone);
		const issues = [...missing(fields, batches), ...issuesWith(fields, isChecked, batches)];
		return issues.length > 0 ? refused(issues) : { ok: true, value: encode(fields, false) };
	};
	const { isSame } = source;
	const kept = new Map<boolean, Result<Record<string, string>>>();
	return {
		isSame,
		of(itemIndex: number, isChecked: boolean): Result<Record<string, string>> {
			const known = isSame ? kept.get(isChecked) : undefined;
			const made = known ?? readOne(itemIndex, isChecked);
			kept.set(isChecked, made);
			return made;
		},
	};
}

/** Reads and checks the numbers of an execution, one an item. */
export function partsOf(execution: Execution<typeof options>): (itemIndex: number) => Result<Part> {
	const { source, about: whose, leaveOut, taskNamedIn } = sourceOf(execution, numbers, UNKNOWN);
	const batchOf = batchesOf(execution);
	const groups = new Map<string, Group>();

	const groupFor = (fields: readonly Read[], params: Record<string, string>): Group => {
		const task = taskOf(fields);
		const lane = laneOf(task);
		const key = batchOf.isSame ? lane : `${lane} ${JSON.stringify(params)}`;
		const known = groups.get(key);
		if (known) return known;
		const group: Group = {
			lane,
			task,
			params: { ...identityOf(task), ...params },
			leavesOutDoubles: leavesOutDoubles(params),
		};
		groups.set(key, group);
		return group;
	};

	const unknownIn = (columns: Columns | undefined, choice: ImportOptions['unknownColumns']) => {
		if (choice === 'refuse') return unknownColumns(columns?.unknown ?? [], numbers);
		leaveOut(columns);
		return [];
	};

	const readWhole = (itemIndex: number, options: ImportOptions): Result<Part> => {
		const { unknownColumns: choice, checkValuesBeforeSending: isChecked } = options;
		const collected = source.collect(itemIndex, { columnsToIgnore: options.columnsToIgnore });
		if (!collected.ok) return collected;
		const { given, columns } = collected.value;
		const { fields } = readAbout(given, whose);
		const refusesUnknown = choice === 'refuse';
		const notes = columns ? notesOn(columns, { givesNothing: false, refusesUnknown }) : [];
		const issues = [
			...unknownIn(columns, choice),
			...missing(fields, numbers, columns),
			...issuesWith(fields, isChecked),
		];
		const uncounted = refusesUnknown ? uncountedAmong(columns?.unknown ?? []) : 0;
		if (issues.length > 0) {
			return noted(refused(issues, { task: taskOf(fields), uncounted }), notes);
		}
		const params = batchOf.of(itemIndex, isChecked);
		if (!params.ok) return params;
		const number = fields.find(({ row }) => row === tel)?.reading.wire ?? '';
		const others = othersOf(fields);
		const size = encodedLength(entryOf({ tel: number, others }));
		if (size > MOST_BYTES) return refused(['The number with all it has is longer than 8 MB']);
		const warnings = [
			...notes,
			...fields.flatMap(({ label, reading: { warning } }) =>
				warning === undefined ? [] : [`'${label}' ${warning}`],
			),
		];
		const part: Part = { group: groupFor(fields, params.value), tel: number, others, size };
		return { ok: true, value: warnings.length > 0 ? { ...part, warnings } : part };
	};

	const { alike } = source;
	/** An item like which others may be, and the options with which it was read. */
	let model: { part: Part; options: ImportOptions } | undefined;
	/** A number of a long list: an item that says the same as one before, but for its number. */
	const readAlike = (itemIndex: number, options: ImportOptions): Part | undefined => {
		if (model?.options !== options) return undefined;
		const text = alike?.textOf(itemIndex);
		return text !== undefined && isMobile(text) ? withTel(model.part, text) : undefined;
	};
	const mayBeModel = ({ warnings, tel: number }: Part): boolean =>
		batchOf.isSame && warnings === undefined && isMobile(number);

	return (itemIndex) => {
		const own = execution.optionsOf(itemIndex);
		if (!own.ok) {
			const { columnsToIgnore } = execution.readableOptionsOf(itemIndex);
			return about(taskNamedIn(itemIndex, columnsToIgnore), own);
		}
		const options = own.value;
		const known = readAlike(itemIndex, options);
		if (known) return { ok: true, value: known };
		const read = readWhole(itemIndex, options);
		if (read.ok && mayBeModel(read.value)) {
			model = { part: read.value, options };
			alike?.begin(itemIndex, tel, options.columnsToIgnore);
		}
		return read;
	};
}
