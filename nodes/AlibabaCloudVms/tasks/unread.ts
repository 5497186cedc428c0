import type { Failure } from '../gateway/failure';

/**
 * A task that could not be read before it was to be changed.
 * @param isOpen whether a change sent before may have been applied
 */
export const unread = (failure: Failure, isOpen = false): Failure => ({
	...failure,
	description: [
		isOpen
			? 'The task could not be read before its change was to be repeated.'
			: 'The task could not be read, so nothing was changed.',
		failure.description,
	]
		.filter(Boolean)
		.join(' '),
});
