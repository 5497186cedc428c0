import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Pace } from '../bulk/pace';
import type { Catalogue } from '../parameters/catalogue';
import type { Row } from '../parameters/parameter';
import type { ColumnsToIgnore } from '../pipeline/columnsToIgnore';
import type { Source } from '../pipeline/source';
import type { Done, Tools } from '../tasks/plan';
import type { Result } from '../transport/failure';
import type { Options } from './options';

/** What every item of an execution shares. */
export interface Session extends Tools {
	catalogue: Catalogue;
	/** Called when the execution has ended. */
	leave(): void;
	/** Where the values of the items come from. */
	source: Source;
	pace: Pace;
	/** The options of the whole execution. */
	limits: Options;
	/** The credential's default enterprise, '' where it has none. */
	enterpriseId: string;
	isPreview: boolean;
	/** Whether the column that fills a parameter has percentages as spreadsheets keep them. */
	speaksOfPercent(row: Row): boolean;
	/** Whether n8n runs the whole node again after a failure. */
	isRetriedByN8n: boolean;
	/** The workflow's time zone, an IANA name. */
	timezone: string;
	/** Columns met so far that mean no parameter and were left out. */
	unknownColumns: Set<string>;
	columnsToIgnore: ColumnsToIgnore;
	/** The options that an item decides for itself. */
	optionsOf(itemIndex: number): Result<Options>;
	/** Requests so far beyond the first of their call. */
	retries(): number;
	/** Takes the key out of a text. */
	redact(text: string): string;
}

/** One item, checked and ready. */
export interface Call {
	/** The task it is about: calls of one lane keep the order of their items. */
	lane: string;
	/** Rejects if the execution is stopped before anything was sent. */
	run(): Promise<Result<Done>>;
}

/** One operation of the node: its menu entry, its fields, and what it makes of one item. */
export interface Action {
	resource: string;
	option: INodePropertyOptions & { value: string };
	properties: readonly INodeProperties[];
	/** Reads and checks one item. Bad input is a failure, not an exception. */
	prepare(itemIndex: number, session: Session): Result<Call>;
}
