import type { Reading, Row } from '../parameters/parameter';
import { quote } from '../text';

/** What the user gave for one row: a value ('' for an emptied field), or the reason why there is none. */
export interface Given {
	row: Row;
	/** The label under which it was given: the field's, or its JSON twin's. */
	label: string;
	/** The column it comes from, where that has another name. */
	column?: string;
	value?: unknown;
	/** Whether it is kept where it does not apply: it was named one by one, or shown to be sent. */
	isKept?: true;
	/** Whether the column may well mean something else. */
	isDoubtful?: boolean;
	/** Why no value could be had, as the rest of a sentence that begins with the label. */
	problem?: string;
	/** What was made of it, once it was read: equal cells of a column come as one object. */
	reading?: Reading;
}

/** A field as sentences name it: `'Task ID' (column "No")`. */
export const fieldName = ({ label, column }: Pick<Given, 'label' | 'column'>): string =>
	column ? `'${label}' (column ${quote(column)})` : `'${label}'`;

/** A given value with what was made of it. */
export interface Read extends Given {
	reading: Reading;
}

/** A given value that does not apply to the task as it would be after the update. */
export interface Ignored {
	field: string;
	parameter: string;
	reason: string;
}
