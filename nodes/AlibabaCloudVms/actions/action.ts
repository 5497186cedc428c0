import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Pace } from '../bulk/pace';
import type { Collector } from '../pipeline/collect';
import type { Client } from '../transport/client';
import type { Result } from '../transport/failure';
import type { Options } from './options';

/** What every item of an execution shares. */
export interface Session {
	client: Client;
	collect: Collector;
	pace: Pace;
	/** The options of the whole execution. */
	limits: Options;
	/** The credential's default enterprise, '' where it has none. */
	enterpriseId: string;
	/** The options that an item decides for itself. */
	optionsOf(itemIndex: number): Result<Options>;
}

/** One item, ready to be sent. */
export interface Call {
	request: Record<string, string>;
	/** The task it is about: calls of one lane keep the order of their items. */
	lane: string;
	/** The item's output, from the gateway's answer. */
	shape(answer: IDataObject): IDataObject;
}

/** One operation of the node: its menu entry, its fields, and what it makes of one item. */
export interface Action {
	resource: string;
	option: INodePropertyOptions & { value: string };
	properties: readonly INodeProperties[];
	/** The API's name of the action. */
	api: string;
	/** Whether it only sets values, so that sending it twice does what sending it once does. */
	repeatable: boolean;
	/** Reads and checks one item. Bad input is a failure, not an exception. */
	prepare(itemIndex: number, session: Session): Result<Call>;
}
