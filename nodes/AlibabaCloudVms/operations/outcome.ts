import type { IDataObject } from 'n8n-workflow';

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
 * The columns of an output, the same first ones for all that changes something: tables are read from the
 * left. Lists stand in `details` alone, since n8n's schema shows one item's lists beside another's values.
 */
export function outcome(
	{ id, name = null, action, summary, warnings = [], details = {} }: Outcome,
	rest: IDataObject = {},
): IDataObject {
	return {
		Id: id,
		Name: name,
		action,
		summary,
		warnings: warnings.join('\n'),
		...rest,
		details: { ...details, warnings: [...warnings] },
	};
}
