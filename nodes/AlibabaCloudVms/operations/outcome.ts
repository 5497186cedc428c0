import type { IDataObject } from 'n8n-workflow';
import { recordOf } from '../records';

/** What became of a task, as whoever changes something says it. */
export interface Outcome {
	/** The task's ID, as text. */
	id: string;
	/** Null where it is not known. */
	name?: IDataObject[string];
	/** What was done, in a word; in a preview, what would be. */
	action: string;
	/** The same in a sentence for people; '' where there is nothing to say. */
	summary: string;
	/** Sentences without the final period. */
	warnings?: readonly string[];
	/** What programs want of it: every item of an operation has the same names. */
	details?: IDataObject;
}

/**
 * Several things in the text of one column. n8n's table shows a line break as a sign of its own, so that
 * none stands between; `details` has them one by one.
 */
export const inOne = (texts: readonly string[]): string => texts.join('; ');

/** Columns by their names, in their order. */
export type Columns = ReadonlyArray<readonly [string, IDataObject[string]]>;

/** What every output begins with. */
export type FirstColumns = Record<
	'Id' | 'Name' | 'action' | 'summary' | 'warnings',
	IDataObject[string]
>;

const FIRST: ReadonlySet<string> = new Set<keyof FirstColumns>([
	'Id',
	'Name',
	'action',
	'summary',
	'warnings',
]);

/** What an output ends with. */
export const detailsOf = (
	warnings: readonly string[],
	details?: IDataObject,
): IDataObject & { warnings: string[] } =>
	details ? { ...details, warnings: [...warnings] } : { warnings: [...warnings] };

/**
 * The columns of an output, the same first ones for all that changes something: tables are read from the
 * left. Lists stand in `details` alone, since n8n's schema shows one item's lists beside another's values.
 * @param rest what stands between; none of it takes the place of what stands before
 */
export function outcome(
	{ id, name = null, action, summary, warnings = [], details }: Outcome,
	rest: Columns | IDataObject,
): IDataObject {
	const columns = Array.isArray(rest) ? (rest as Columns) : Object.entries(rest as IDataObject);
	return recordOf<IDataObject[string]>([
		['Id', id],
		['Name', name],
		['action', action],
		['summary', summary],
		['warnings', inOne(warnings)],
		...columns.filter(([column]) => !FIRST.has(column)),
		['details', detailsOf(warnings, details)],
	]);
}
