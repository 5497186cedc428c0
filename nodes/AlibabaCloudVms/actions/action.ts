import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Collector } from '../pipeline/collect';
import type { Client } from '../transport/client';
import type { Result } from '../transport/failure';

/** What every item of an execution shares. */
export interface Session {
	client: Client;
	collect: Collector;
	/** The credential's default enterprise, '' where it has none. */
	enterpriseId: string;
}

/** One operation of the node: its menu entry, its fields, and what it does with one item. */
export interface Action {
	resource: string;
	option: INodePropertyOptions & { value: string };
	properties: readonly INodeProperties[];
	/** Runs the operation for one item. Never throws for bad input or a refused call. */
	run(
		context: IExecuteFunctions,
		itemIndex: number,
		session: Session,
	): Promise<Result<IDataObject>>;
}
