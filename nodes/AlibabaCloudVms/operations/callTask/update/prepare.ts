import type { IDataObject } from 'n8n-workflow';
import type { Failure, Result } from '../../../gateway/failure';
import { fail } from '../../../gateway/failure';
import { check, missing, unsendable } from '../../../input/check';
import { ColumnsToIgnore } from '../../../input/columnsToIgnore';
import type { Read } from '../../../input/given';
import { notesOn, type Columns } from '../../../input/leftOut';
import { percentCells } from '../../../input/percentCells';
import { shaperOf } from '../../../input/shape';
import { columnsOfInput, fieldsBelow } from '../../../input/source';
import { unknownColumns } from '../../../input/unknownColumns';
import { callTask } from '../../../parameters';
import { FIRST_WINDOW } from '../../../sending/rate';
import { alone, laneOf } from '../../../tasks/alone';
import { isIdentity } from '../../../tasks/compare';
import { createTaskReader } from '../../../tasks/reader';
import { readAbout, taskOf, type About } from '../../../tasks/which';
import { FIELDS } from '../../fields';
import type { Done, Execution, Job } from '../../operation';
import { Expected } from './expected';
import type { deciding, Deciding } from './options';
import type { Plan, Tools } from './plan';

/** What an item has to know of its own columns. What is refused anyway is not said again. */
function notesFor(columns: Columns, fields: readonly Read[], refusesUnknown: boolean): string[] {
	const leftOut = columns.leftOut.filter(({ isKnown }) => isKnown || !refusesUnknown);
	return notesOn({ ...columns, leftOut }, fields.every(isIdentity));
}

const ended = (sentence: string): string => (sentence.endsWith('?') ? sentence : `${sentence}.`);

const failed = (failure: Failure, notes: readonly string[]) =>
	fail(
		notes.length === 0
			? failure
			: { ...failure, description: [failure.description, ...notes.map(ended)].join(' ').trim() },
	);

/** What became of an item, with what it has to know of its own columns: in its warnings, or in its error. */
function noted<D extends string>(done: Result<Done<D>>, notes: readonly string[]): Result<Done<D>> {
	if (!done.ok) return failed(done.failure, notes);
	if (notes.length === 0) return done;
	const { did, outputs } = done.value;
	const warned = outputs.map(({ json }) => {
		const warnings = [...notes, ...((json.warnings as string[] | undefined) ?? [])];
		return { json: { ...json, warnings } satisfies IDataObject };
	});
	return { ok: true, value: { did, outputs: warned } };
}

const UNKNOWN = 'Columns that match no parameter were left out';
const UNMET = "'Columns to Ignore' names columns that no item has";

/** What is done with what an item wants: its task is changed, or what would change is shown. */
interface Act<O extends Deciding, D extends string> {
	isChange: boolean;
	run(plan: Plan<O>, tools: Tools): Promise<Result<Done<D>>>;
}

interface Opened<O extends Deciding> extends Omit<
	Execution<typeof deciding>,
	'wide' | 'optionsOf'
> {
	optionsOf(itemIndex: number): Result<O>;
}

/** From an item to a job that does what is done with its plan. */
export function openFor<O extends Deciding, D extends string>(
	execution: Opened<O>,
	act: Act<O, D>,
): (itemIndex: number) => Result<Job<D>> {
	const { context, account, total, send, log, cancelled, enterpriseId, timezone, setting, note } =
		execution;
	const isMapped = setting(FIELDS.name) === FIELDS.fromInput;
	const about: About = { catalogue: callTask, enterpriseId, zone: timezone };
	const columnsToIgnore = new ColumnsToIgnore();
	const source = isMapped
		? columnsOfInput(context, callTask, columnsToIgnore)
		: fieldsBelow(context, callTask);
	const speaksOfPercent = percentCells(context, callTask, isMapped);
	const tools: Tools = {
		account,
		cancelled,
		log,
		send,
		shaper: shaperOf(callTask),
		expected: new Expected(callTask),
		reader: createTaskReader(send, { account, catalogue: callTask, total }),
	};
	const didYouMean = (name: string) => callTask.columns.didYouMean(name, ', ');
	execution.whenWhole(() => {
		for (const name of columnsToIgnore.unmet) note(UNMET, name);
	});

	/** Everything wrong with an item, in sentences. */
	const issuesOf = (
		fields: readonly Read[],
		columns: Columns | undefined,
		{ unknownColumns: choice, checkValuesBeforeSending }: Deciding,
	): string[] => [
		...(choice === 'refuse' ? unknownColumns(columns?.unknown ?? [], callTask) : []),
		...missing(fields, callTask, columns),
		...(checkValuesBeforeSending ? check(fields, callTask, speaksOfPercent) : unsendable(fields)),
	];

	return (itemIndex) => {
		const own = execution.optionsOf(itemIndex);
		if (!own.ok) return own;
		const options = own.value;
		// How many tasks may be left paused is bounded: the number side by side is not doubled.
		if (options.whenTaskIsRunning === 'pauseUpdateResume') execution.stayBelow(FIRST_WINDOW);
		const collected = source.collect(itemIndex, options);
		if (!collected.ok) return collected;
		const { given, columns } = collected.value;
		const refusesUnknown = options.unknownColumns === 'refuse';
		if (!refusesUnknown) columns?.unknown.forEach((name) => note(UNKNOWN, name, didYouMean));
		const { fields, ignored } = readAbout(given, about);
		const issues = issuesOf(fields, columns, options);
		const notes = columns ? notesFor(columns, fields, refusesUnknown) : [];
		if (issues.length > 0) {
			const description = 'Nothing was sent for this item.';
			return failed({ kind: 'input', message: issues.join('. '), description }, notes);
		}
		const task = taskOf(fields);
		const { givesValues } = source;
		const plan: Plan<O> = {
			catalogue: callTask,
			task,
			fields,
			ignored,
			options,
			givesValues,
		};
		const run = async () => noted(await act.run(plan, tools), notes);
		// A preview changes nothing, and waits for nobody.
		const job = act.isChange
			? { isChange: true, run: async () => await alone(task, tools, run) }
			: { run };
		return { ok: true, value: { lane: laneOf(task), ...job } };
	};
}
