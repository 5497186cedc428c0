import type { Failure } from './failure';

/** So many errors behind an error; one may be its own cause. */
const MOST_CAUSES = 10;

/** Anything may be thrown, also what cannot be made a text. */
function textOf(read: () => unknown): string {
	try {
		return String(read());
	} catch {
		return 'something that cannot be shown';
	}
}

/** An error with the errors that led to it, as a log wants them. */
export function stackOf(thrown: unknown): string {
	const stacks: string[] = [];
	let error = thrown;
	while (error instanceof Error && stacks.length < MOST_CAUSES) {
		const { message, cause } = error;
		stacks.push(textOf(() => (error as Error).stack ?? message));
		error = cause;
	}
	if (stacks.length === 0 || (error !== undefined && stacks.length < MOST_CAUSES)) {
		stacks.push(messageOf(error));
	}
	return stacks.join('\nCaused by: ');
}

const messageOf = (thrown: unknown): string =>
	textOf(() => (thrown instanceof Error ? thrown.message : thrown));

/** Something that should not have been thrown: nothing is known of what was sent before it. */
export const defectOf = (thrown: unknown): Failure => ({
	kind: 'defect',
	message: `Something in this node went wrong: ${messageOf(thrown)}`,
	description:
		"This is a defect of this node: please report it with what n8n's log says about it. It is not known what was sent.",
	fate: 'open',
	thrown,
});
