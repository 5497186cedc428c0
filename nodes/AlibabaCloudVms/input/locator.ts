import { isRecord } from '../guards';
import type { Stored } from './resolve';

/** What n8n stores for a field in which something is chosen from a list, by its ID or by an address. */
interface Locator {
	mode: unknown;
	value: unknown;
}

const isLocator = (stored: unknown): stored is Locator & Record<string, unknown> =>
	isRecord(stored) && 'mode' in stored && 'value' in stored;

/**
 * The parameter that holds what was chosen: in a locator its value, which is a text, or an expression that
 * is resolved like any other. How it was chosen does not matter: an ID is an ID.
 */
export const chosenIn = (stored: Stored): Stored =>
	isLocator(stored.raw) ? { path: `${stored.path}.value`, raw: stored.raw.value } : stored;

/** The same of what an expression gave for a locator as a whole. */
export const valueIn = (resolved: unknown): unknown =>
	isLocator(resolved) ? resolved.value : resolved;
