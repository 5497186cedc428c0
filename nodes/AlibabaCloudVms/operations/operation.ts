import type {
	IBinaryData,
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import type { CallsView } from '../calling/look';
import type { Catalogue } from '../parameters/catalogue';
import type { Row } from '../parameters/parameter';
import type { Log } from '../log';
import type { Target } from '../sending/open';
import type { Send } from '../sending/send';
import type { Failure, Result } from '../gateway/failure';
import type { Options, ValuesOf } from './option';
import type { Sending } from './options';

/** What every operation gets. Nothing in it belongs to one of them. */
export interface AnyExecution {
	/** For `input/`, which reads the items. */
	context: IExecuteFunctions;
	/** Number of items. */
	total: number;
	send: Send;
	/** Where it sends to: an origin without a trailing slash. */
	endpoint: string;
	/** A way to another product, with the same key; one for all items. */
	sendTo(target: Target): Promise<Result<Send>>;
	/** The key and where it counts: a name for use in this process only. */
	account: string;
	/** The credential's default enterprise, '' where it has none. */
	enterpriseId: string;
	/** The workflow's, an IANA name. */
	timezone: string;
	/** A parameter of the node that holds for all items: what the workflow stores, or its default. */
	setting(name: string): unknown;
	/** Fires when the execution is stopped. */
	cancelled?: AbortSignal;
	/**
	 * An output as the run gives it: paired with its item, with the columns of the input behind its own, and
	 * without the key, at any depth. All outputs are finished at the end; an operation does it before where it
	 * makes many while a request is under way.
	 * @param isClean whether the key is surely not in it
	 */
	finished(itemIndex: number, output: Output, isClean?: boolean): Paired;
	/** Takes the key out of a value, at any depth; the same one where it is not in it. */
	clean<T>(value: T): T;
	/** n8n's. */
	log: Log;
	/**
	 * Keeps a file that an answer leads to, as n8n keeps binary data. No key goes to its host.
	 * @param address which no message has
	 * @param fallbackType the kind of file where its host does not say
	 */
	download(address: string, fileName: string, fallbackType: string): Promise<Result<IBinaryData>>;
	/** Bounds the number of requests that are under way side by side where the node finds it out. */
	stayBelow(sideBySide: number): void;
	/** Waits with no request under way, while another item takes the place. */
	stepAside<T>(wait: () => Promise<T>): Promise<T>;
	/**
	 * Said once for all items, in a hint: a topic, and the names that it is about.
	 * @param remark what there is to say of a name
	 */
	note(topic: string, name: string, remark?: (name: string) => string): void;
	/**
	 * Keeps when an item's task calls, for the report of the run. Absent where nobody wants one, and nothing
	 * need be read for it.
	 */
	draw?(itemIndex: number, view: CallsView): void;
	/** Has something done when every item has its outcome; not in an execution that was stopped. */
	whenWhole(finish: () => void): void;
}

/** The same with the options of its operation. */
export interface Execution<O extends Options> extends AnyExecution {
	/** The options that the first item decides. */
	wide: ValuesOf<O>;
	/** The options that an item decides for itself. */
	optionsOf(itemIndex: number): Result<ValuesOf<O>>;
	/** Those of them that can be read, whatever is wrong with the others. */
	readableOptionsOf(itemIndex: number): Partial<ValuesOf<O>>;
}

/** An output item. */
export interface Output {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** An output, with the item that it is of. */
export interface Paired extends INodeExecutionData {
	pairedItem: { item: number };
}

/** What became of an item; it may give none, one or many output items, all paired with it. */
export interface Done<Deed extends string = string> {
	did: Deed;
	/** Which task it is about, where its job does not know it. */
	task?: Failure['task'];
	outputs: Output[];
	/** Where many items share what became of them: the one output of each, which is finished. */
	outputOf?(itemIndex: number): Paired;
}

/** An item that is ready to be sent. */
export interface Job<Deed extends string = string> {
	/** Jobs of one lane keep the order of their items; without one, none is kept. */
	lane?: string;
	/** Which task it is about, for its errors. */
	task?: Failure['task'];
	/** Whether it changes what its lane is about. */
	isChange?: boolean;
	/** Whether it may come once more after later ones of its lane: all of them leave the same. */
	isSteady?: true;
	/** Why n8n must not run all items once more after a failure, in a sentence; absent where it may. */
	whyNotTwice?: string;
	/** Rejects if the execution is stopped before anything was sent. */
	run(): Promise<Result<Done<Deed>>>;
}

/** Reads and checks one item; bad input is a failure, not an exception. */
export type Prepare<Deed extends string = string> = (itemIndex: number) => Result<Job<Deed>>;

/** Items that are sent together: its fate is theirs. */
export interface Batch<Deed extends string = string> {
	items: readonly number[];
	/** Batches of one lane keep their order; without one, none is kept. */
	lane?: string;
	/** Which task it is about, for its errors. */
	task?: Failure['task'];
	/** Whether it changes what its lane is about. */
	isChange?: boolean;
	/**
	 * What became of its items, in their order. Rejects if the execution is stopped before anything was
	 * sent.
	 */
	run(): Promise<ReadonlyArray<Result<Done<Deed>>>>;
}

/** What was read, by item; undefined for those that were refused. */
export type Parts<Part> = ReadonlyArray<Part | undefined>;

/** Reads and checks items one by one, and sends them together. */
export interface Joining<Deed extends string = string, Part = unknown> {
	/** Bad input is a failure, not an exception. */
	read(itemIndex: number): Result<Part>;
	/** Called once, when all items were read: every one that was not refused is in one of the batches. */
	join(parts: Parts<Part>): Promise<Array<Batch<Deed>>>;
	/** Why n8n must not run an item once more after a failure, in a sentence; undefined where it may. */
	whyNotTwice(part: Part): string | undefined;
}

/** What an operation did about an item, in a word for people, and whether that changed something. */
export type Deeds<Deed extends string = string> = Readonly<
	Record<Deed, { words: string; isChange?: true }>
>;

/** One operation of the node: its menu entry, its fields, and what it makes of the items. */
export interface Operation<Deed extends string = string, O extends Sending = Sending> {
	resource: string;
	/** Its description has to stand on its own for an AI agent. */
	option: { name: string; value: string; action: string; description: string };
	fields: readonly INodeProperties[];
	/** What columns of the input mean, where they may be mapped. */
	columns?: {
		catalogue: Catalogue;
		/** What some column has to say, or a field in its place. */
		needed: readonly Row[];
		/** Which columns are taken, and which cells of them, in sentences. */
		rules: { which: string; empty: string };
	};
	options: O;
	/** In the order of the hint; the first one is counted even where it is 0. */
	deeds: Deeds<Deed>;
	/**
	 * What an item gives, instead of an error, that is wrong by its own values or that the service will not
	 * have: for an operation that only shows, and has nothing to stop. What concerns every item stays an error.
	 */
	ofRefused?(failure: Failure): Done<Deed>;
	/**
	 * Called once an execution: what lives as long as it is made here. What it gives reads items and sends
	 * them, each by itself or several together.
	 */
	open(execution: Execution<O>): Prepare<Deed> | Joining<Deed>;
}

/** Infers deeds and options inside an operation; the registry holds all alike. */
export const operation = <const Deed extends string, O extends Sending>(
	one: Operation<Deed, O>,
): Operation => one;
