import { cut } from '../text';
import type { Failure, Fate } from '../gateway/failure';

/** Longest text of an error, in characters: it stands in the item and in what n8n keeps of the execution. */
const LONGEST = 4000;

export const bounded = (text: string): string =>
	text.length > LONGEST ? cut(text.slice(0, 2 * LONGEST), LONGEST) : text;

const FATES: Readonly<Record<Fate, string>> = {
	notSent: 'Nothing was sent.',
	open: 'The change may have been applied: read the task back before you repeat it.',
	earlierOpen: '',
	refused: '',
};

/** Said where the last attempt does not tell what became of those before it. */
const EARLIER =
	'That is about the last attempt; an earlier one may have been applied: read the task back before you repeat it.';

/** `Code x, Request ID y, HTTP z.`, as far as they are known. */
function reference({ code, requestId, httpStatus }: Failure): string {
	const parts = [
		code && `Code ${code}`,
		requestId && `Request ID ${requestId}`,
		httpStatus && `HTTP ${httpStatus}`,
	].filter(Boolean);
	return parts.length > 0 ? `${parts.join(', ')}.` : '';
}

/** Everything wrong with an item, a line each, where the message only counts it. */
const linesOf = ({ issues = [] }: Failure): string[] =>
	issues.length > 1 ? [bounded(issues.join('\n'))] : [];

/**
 * What is wrong where that is several things, a line each; then what to change, what became of the request,
 * how the vendor can find it, and how often it was tried.
 */
export function descriptionOf(failure: Failure): string {
	const { description, fate = 'refused', attempts = 1, note, warnings = [] } = failure;
	const rest = [
		bounded(description),
		FATES[fate],
		reference(failure),
		attempts > 1 ? `Tried ${attempts} times.` : '',
		fate === 'earlierOpen' ? EARLIER : '',
		note,
		warnings.length > 0 ? `Worth a second look: ${warnings.join('. ')}.` : '',
	]
		.filter(Boolean)
		.join(' ');
	return [...linesOf(failure), rest].filter(Boolean).join('\n');
}
