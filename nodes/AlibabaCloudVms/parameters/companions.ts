/** A column that stands beside the parameters and says what is done with them. */
export interface Companion {
	/** As the node itself writes it. */
	name: 'clear' | 'expected';
	/** In errors. */
	label: string;
	/** What it says, as a part of a sentence. */
	says: string;
	/** What else it may be called. */
	names: readonly string[];
	/** The keys that it has beside names of the API, where it is an object. */
	keys?: readonly string[];
}

/** Names of parameters to be sent empty. */
export const CLEAR: Companion = {
	name: 'clear',
	label: 'Clear',
	says: 'which fields of a task are emptied',
	names: ['clear', '清空'],
};

/** The keys of what is expected: since when, until when, and the state. */
export const AFTER = 'after';
export const BEFORE = 'before';
export const STATUS = 'Status';

/** What the task has to have still for the rest to be sent. */
export const EXPECTED: Companion = {
	name: 'expected',
	label: 'expected',
	says: 'what a task has to have still',
	names: ['expected'],
	keys: [AFTER, BEFORE, STATUS],
};
