import { setMaxListeners } from 'node:events';

/**
 * The execution's signal, for as many listeners as there are requests under way: Node.js would warn of a
 * leak at the eleventh. n8n's own signal stays as it is, for whoever else listens to it.
 */
export function forManyListeners(signal: AbortSignal | undefined): AbortSignal | undefined {
	if (!signal) return undefined;
	const own = AbortSignal.any([signal]);
	setMaxListeners(0, own);
	return own;
}
