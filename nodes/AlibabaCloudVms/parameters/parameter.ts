import type { INodeProperties } from 'n8n-workflow';
import type { Offer } from './offers';
import type { Sheet } from './otherColumns';
import type { Choice } from './words';

/** What became of one value that the user gave. */
export interface Reading {
	/** The value as display rules and cross-field rules compare it; absent where it could not be read. */
	value?: unknown;
	/** The text that goes into the request; absent where the value has no unambiguous text. */
	wire?: string;
	/** The text of the other half, where the value is a moment and its row is one half of it. */
	otherHalf?: string;
	/** What is wrong, as the rest of a sentence that begins with the field's label. */
	issue?: string;
	/** What is allowed, and yet worth a second look, in the same form. */
	warning?: string;
	/** The same, where the other half of the moment is not given. */
	warningAlone?: string;
	/** What is meant if the value is a fraction, as a spreadsheet keeps a cell of so many percent. */
	percentage?: number;
}

/**
 * Reads one given (never empty) value; limits and choices come from the row's property.
 * @param zone the workflow's time zone, an IANA name; absent for what a task holds
 */
export type Encoder = (value: unknown, property: INodeProperties, zone?: string) => Reading;

/**
 * What a text of the API means, spelled in one way: texts that mean the same have equal meanings. Each row
 * of the catalogue names its reading, which holds for previews, for what is sent only where it differs, and
 * for what is read back.
 */
export type Meaning = string | readonly Meaning[] | { readonly [name: string]: Meaning };

export type Same = (text: string) => Meaning;

/** The same in both languages. */
export interface Words {
	en: string;
	zh: string;
}

/** What a key of a structured value holds, for those who write it by hand. */
export interface Key extends Words {
	/** As one would reach it: `strategy[].round`. */
	key: string;
	/** Its values with their words, where only some are known. */
	choices?: readonly Choice[];
}

/** A builder with a JSON twin: the same structure filled in by clicks or written as JSON. */
export interface Structured {
	/** The structure in the vendor's documented shape, from what the builder holds. */
	fromBuilder(value: unknown): unknown;
	/** The vendor's documented example, shown as the JSON twin's placeholder. */
	example: string;
	/** One that shows what the first does not. */
	advanced: string;
	keys: readonly Key[];
	/** A structure as the row's encoder gives it, in a sentence for people. */
	words(value: unknown): string;
}

/** What a number counts. */
export type Unit = 'seconds' | 'percent';

/** One parameter of the API. Everything about it stands here, and nowhere else. */
export interface Row {
	/** The API's name; the property's name is the same in camelCase. */
	api: string;
	/** The vendor's field name in Chinese, short. */
	zh: string;
	/**
	 * What it is for, in Chinese and without a final period; range, choices, unit and default are added to it.
	 * Absent where no page prints the row.
	 */
	zhNote?: string;
	/**
	 * What holds where nothing is given, by the vendor's page: a value as it is read, or words for what has no
	 * value. Absent where the page names none.
	 */
	vendorDefault?: boolean | number | Words;
	/** The service or the setting that it needs, in a sentence without the final period. */
	condition?: Words;
	/** Whether it says which task, and is nothing to change. */
	identifies?: true;
	/** Whether a task cannot be without it: it cannot be cleared. */
	needed?: true;
	/** What is said where it has to be there and is not, as the rest of a sentence; else what the columns show. */
	missing?: string;
	/** Whether it is a number that nobody counts with: it stays text, so that no digit is lost. */
	isId?: true;
	/** Whether the vendor wants it URL-encoded in plain GET calls. */
	urlEncoded?: true;
	/** What it says of an item where it has to be there, in words: `which task`. */
	says?: string;
	/** What its field is for where columns are mapped: it names the column, or is empty. */
	whenMapped?: Pick<INodeProperties, 'description' | 'hint'> &
		Partial<Pick<INodeProperties, 'placeholder' | 'modes' | 'default'>>;
	/** What sheets call it besides its API name, its label and `zh`. */
	aliases?: readonly string[];
	/**
	 * What sheets may call it too: taken where no column of a better name is there. Names that do not say
	 * what they are about are those of tables that number their rows so, and stand last.
	 */
	loose?: { names: readonly string[]; vague: readonly string[] };
	/** The row that takes the other half of a moment: the time for a day, the day for a time. */
	otherHalf?: string;
	/**
	 * Whether it stands in the place of what hides it: given alone it counts, whatever the task has there.
	 */
	insteadOf?: true;
	/** Those of its names that mean something else in other sheets: beside columns of such a sheet they are taken with a warning. */
	doubtful?: { names: readonly string[]; beside: Sheet };
	/** The sheet that its column shows to be at hand. */
	shows?: Sheet;
	/** What people call it too, and what is not taken for it: the label is proposed in its place. */
	almost?: readonly string[];
	/** What it names of the call center: its field offers that to choose from. */
	offers?: Offer;
	/** What its number counts. */
	unit?: Unit;
	/** Whether it only has an effect on predictive tasks. */
	predictiveOnly?: true;
	/** Whether the vendor advises against it. */
	discouraged?: true;
	/** Those of its choices that the vendor is going to withdraw, with the one that it recommends. */
	retiring?: { values: readonly unknown[]; inFavourOf: unknown };
	/** Where it can be read back: absent, by every reading action; `listed`, only where tasks are listed. */
	readBack?: 'listed' | 'never';
	encode: Encoder;
	/** When two values of it mean the same, however they are spelled. */
	same: Same;
	/** When they do while another parameter has a value, in the task or as given, or is not known. */
	ordered?: { same: Same; while: string; is: unknown };
	property: INodeProperties;
	structured?: Structured;
}

/** The relevant, readable values of one item, for rules that look at several fields. */
export interface Fields {
	/** Whether a value is given that is not empty, readable or not. */
	has(name: string): boolean;
	/** The value that was read; undefined where none is given or it is not readable. */
	value(name: string): unknown;
	label(name: string): string;
	/** The value in the words of the field: an option's name, On or Off, or the value itself. */
	words(name: string): string;
}

/** A rule across fields; returns sentences without the final period, none where all is well. */
export interface Rule {
	(fields: Fields): string[];
	/** The fields that the service needs together, by their names. */
	ties?: readonly string[];
}

/** Parameters that belong together: one collection in the editor. */
export interface Section {
	/** The title of the section in Chinese. */
	zh: string;
	property: INodeProperties;
	rows: readonly Row[];
	rules: readonly Rule[];
	/** The same for what is sent all the same, and worth a second look. */
	cautions?: readonly Rule[];
}
