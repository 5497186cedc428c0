import type { Failure } from './failure';

/** An error with the errors that led to it, as a log wants them. */
export function stackOf(thrown: unknown): string {
	if (!(thrown instanceof Error)) return String(thrown);
	const { stack, message, cause } = thrown;
	return [stack ?? message, ...(cause === undefined ? [] : [`Caused by: ${stackOf(cause)}`])].join(
		'\n',
	);
}

/** Something that should not have been thrown: nothing is known of what was sent before it. */
export const defectOf = (thrown: unknown): Failure => ({
	kind: 'defect',
	message: `Something in this node went wrong: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
	description:
		"This is a defect of this node: please report it with what n8n's log says about it. It is not known what was sent.",
	fate: 'open',
	thrown,
});
