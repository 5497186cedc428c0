import type { INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { untagged } from '../execution/markup';
import { bounded, descriptionOf } from '../execution/words';
import type { Failure } from '../gateway/failure';
import { PERMISSION } from '../gateway/refusals';
import type { List } from './list';

/** The editor cuts a message at its hyphens and dashes; this one it leaves alone, and it looks the same. */
const HYPHEN = '\u2011';

/** What to do, in few words where a permission is lacking: the editor has room for some lines. */
const adviceOf = ({ lacksGrant, denial, description }: Failure, { action }: List): string =>
	lacksGrant
		? `Grant its RAM user or role ${denial?.AuthAction ?? `dyvms:${action.name}`}, or all of the service: ${PERMISSION}. The read-only policy is not enough.`
		: description;

/** Why there is no list: what happened, and what to do about it. */
export function whyNoList(failure: Failure, list: List): { message: string; description: string } {
	const { message } = failure;
	const told = { ...failure, description: adviceOf(failure, list), fate: undefined };
	return {
		message: untagged(bounded(message)).replace(/[-–—]/g, HYPHEN),
		description: untagged(descriptionOf(told)),
	};
}

/**
 * The error that the editor shows in the place of a locator's list: message and description, the latter of
 * this kind of error only.
 */
export function listError(node: INode, failure: Failure, list: List): NodeApiError {
	const { message, description } = whyNoList(failure, list);
	const error = new NodeApiError(node, { message }, { message, description });
	// n8n replaces a message that contains the name of a Node.js error.
	error.message = message;
	error.description = description;
	return error;
}
