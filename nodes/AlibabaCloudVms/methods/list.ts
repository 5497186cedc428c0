import type { INodePropertyOptions } from 'n8n-workflow';
import type { ApiAction } from '../gateway/actions';
import type { Result } from '../gateway/failure';
import type { Send } from '../sending/send';

/** Whom a list asks, and about which call center. */
export interface Asking {
	send: Send;
	enterpriseId: string;
}

/** What a list found. */
export interface Listed {
	/** In the order in which they are offered. */
	options: INodePropertyOptions[];
	/** False where there is more than was read. */
	isWhole: boolean;
}

/** What a field of the editor offers to choose from. */
export interface List {
	/** By which it is asked. */
	action: ApiAction;
	/** What its entries are called, in the plural: `call tasks`. */
	called: string;
	/** What to do where there are none, as a sentence. */
	whenEmpty: string;
	/** The entries of a call center. Asked once in several seconds. */
	read(asking: Asking): Promise<Result<Listed>>;
	/**
	 * Where not all were read: those that the service finds by what was typed.
	 * @param typed without blanks around it, not empty
	 */
	find?(asking: Asking, typed: string): Promise<Result<Listed>>;
}
