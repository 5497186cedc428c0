import { failWrong, type Result } from '../../../gateway/failure';
import { checkEach, missing, unrelated, unsendable } from '../../../input/check';
import { clearedAndGiven, clearedBy, withCleared } from '../../../input/clear';
import type { Collected } from '../../../input/collect';
import type { Given, Ignored, Read } from '../../../input/given';
import { notesOn, type Columns } from '../../../input/leftOut';
import { percentCells } from '../../../input/percentCells';
import { unheeded } from '../../../input/unheeded';
import { unopened } from '../../../input/unopened';
import { uncountedAmong, unknownColumns } from '../../../input/unknownColumns';
import type { Catalogue } from '../../../parameters/catalogue';
import { isIdentity } from '../../../tasks/compare';
import { expectationIn, type Expectation } from '../../../tasks/expectation';
import { readAbout, taskOf } from '../../../tasks/which';
import { noted } from '../../noted';
import type { AnyExecution } from '../../operation';
import { sourceOf, type TaskNamedIn } from '../../source';

const UNKNOWN = 'Columns that match no parameter were left out';

/** What an item decides about its own values. */
export interface Choices {
	columnsToIgnore: readonly string[];
	unknownColumns: 'ignore' | 'refuse';
	checkValuesBeforeSending: boolean;
	sendEmptyValues: boolean;
}

/** What an item wants of a task. */
export interface Wish {
	/** What applies, readable. */
	fields: Read[];
	ignored: Ignored[];
	/** What it has to know of its own columns, in sentences without the final period. */
	notes: readonly string[];
	/** What the task has to have still. */
	expectation?: Expectation;
}

interface Wishes {
	/** Whether an item may give values: one that gives none then has nothing to send. */
	givesValues: boolean;
	/** The values of an item as they stand. */
	collect(itemIndex: number, choices: Choices): Result<Collected>;
	/**
	 * The same read and checked; what is wrong with them is a failure.
	 * @param by what asks less of the same rows, or more
	 */
	judge(collected: Collected, choices: Choices, by?: Catalogue): Result<Wish>;
	taskNamedIn: TaskNamedIn;
}

/** Reads what items want, from the fields of the node or from their columns. Called once an execution. */
export function wishesOf(execution: AnyExecution, catalogue: Catalogue): Wishes {
	const { context } = execution;
	const { source, about, isMapped, leaveOut, taskNamedIn } = sourceOf(
		execution,
		catalogue,
		UNKNOWN,
	);
	const speaksOfPercent = percentCells(context, catalogue, isMapped);

	/** Everything wrong with an item, in sentences. */
	const issuesOf = (
		fields: readonly Read[],
		columns: Columns | undefined,
		{
			unknownColumns: choice,
			checkValuesBeforeSending,
			isSetBack,
		}: Choices & { isSetBack: boolean },
		by: Catalogue,
	): string[] => [
		...(choice === 'refuse' ? unknownColumns(columns?.unknown ?? [], catalogue) : []),
		...missing(fields, by, columns),
		...(checkValuesBeforeSending ? checkEach(fields, speaksOfPercent) : unsendable(fields)),
		// What a task had, the service has accepted.
		...(checkValuesBeforeSending && !isSetBack ? unrelated(fields, by) : []),
	];

	return {
		givesValues: source.givesValues,
		collect(itemIndex, choices) {
			const collected = source.collect(itemIndex, choices);
			if (collected.ok && choices.unknownColumns === 'ignore') {
				leaveOut(collected.value.columns);
			}
			return collected;
		},
		judge({ given, beside = [], columns }, choices, by = catalogue) {
			const heeded = beside.filter(({ companion }) => catalogue.companions.includes(companion));
			const cleared = clearedBy(heeded, catalogue);
			const { expectation, issues: unexpected } = expectationIn(heeded, catalogue);
			// What was shown is sent as it was shown, and what was is set back as it was.
			const kept = expectation ? given.map((one): Given => ({ ...one, isKept: true })) : given;
			const { fields, ignored } = readAbout(withCleared(kept, cleared.rows, catalogue), about);
			const isSetBack = expectation?.after === 'update';
			const closed = unopened({ fields, beside, columns }, catalogue);
			const issues = [
				...closed.issues,
				...issuesOf(fields, columns, { ...choices, isSetBack }, by),
				...cleared.issues,
				...clearedAndGiven(fields, cleared.rows),
				...unexpected,
				...unheeded(beside, catalogue),
			];
			const refusesUnknown = choices.unknownColumns === 'refuse';
			const givesNothing = fields.every(isIdentity);
			const notes = [
				...closed.notes,
				...(columns ? notesOn(columns, { givesNothing, refusesUnknown }) : []),
			];
			if (issues.length === 0) return { ok: true, value: { fields, ignored, notes, expectation } };
			const description = 'Nothing was sent for this item.';
			const uncounted = refusesUnknown ? uncountedAmong(columns?.unknown ?? []) : 0;
			return noted(failWrong(issues, description, { task: taskOf(fields), uncounted }), notes);
		},
		taskNamedIn,
	};
}
