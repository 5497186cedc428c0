import type { IDataObject } from 'n8n-workflow';
import { recordOf } from '../records';

type Json = IDataObject[string];

interface BigNumber {
	isInteger(): boolean;
	toFixed(): string;
	toString(): string;
}

const isBigNumber = (value: object): value is BigNumber =>
	'toFixed' in value && typeof value.toFixed === 'function';

/** All digits of an integer; a fraction may be 1e-9999999, which nobody wants to see in full. */
const digits = (value: BigNumber): string =>
	value.isInteger() ? value.toFixed() : value.toString();

type Redact = (text: string) => string;

const NOTHING = {};

/**
 * A parsed body as plain objects. pop-core's parser makes objects without a prototype, which n8n's data
 * proxies do not expect, and BigNumber for long integers: these become text, so that no digit is lost.
 * @param redact for texts and names
 * @param within for all below members of the body with these names, in its place
 */
export function plain(
	value: unknown,
	redact: Redact,
	within: Readonly<Record<string, Redact>> = NOTHING,
): Json {
	if (typeof value === 'string') return redact(value);
	if (typeof value !== 'object' || value === null) return value as Json;
	if (Array.isArray(value)) return value.map((entry) => plain(entry, redact)) as Json;
	if (isBigNumber(value)) return digits(value);
	const entries = value as Record<string, unknown>;
	return recordOf(
		Object.keys(entries).map((name) => {
			const redactEntry = Object.hasOwn(within, name) ? within[name] : undefined;
			return [redact(name), plain(entries[name], redactEntry ?? redact)] as const;
		}),
	);
}
