/** How a value is written: as JSON text, or as a JSON number digit by digit. */
export type Written = 'text' | 'number';

/**
 * In which answers a field is, and how it is written there. The three differ in fields and in
 * types, as the vendor's do.
 */
export interface Shown {
	/** Data of CloudUpdateTask. */
	updated?: Written;
	/** Data.TaskProperty of CloudGetTask. */
	got?: Written;
	/** An element of Data.TaskProperties of CloudQueryTask. */
	listed?: Written;
}

export type Answer = keyof Shown;

/** What is known of any value of a task. */
export interface Field {
	/** What a new task has, '' unless said. */
	default?: string;
	/** Elements are separated by commas. */
	isList?: true;
	shown: Shown;
}

// CloudUpdateTask and CloudGetTask write texts; the list has types of its own.
export const everywhere = (listed: Written): Shown => ({ updated: 'text', got: 'text', listed });
export const inReads = (listed: Written): Shown => ({ got: 'text', listed });
export const inList = (listed: Written): Shown => ({ listed });
export const NOWHERE: Shown = {};
