import type { INodeExecutionData } from 'n8n-workflow';
import { isRecord } from '../guards';
import { messageOf } from '../text';
import type { Reads } from './reads';

/**
 * Resolves parameters for many items. n8n evaluates an expression in about half a millisecond, most of it
 * set-up, so a sheet of thousands of rows would wait for its own fields and not for the network. Hence:
 * what holds no expression is resolved once an execution; plain references to the item, which is what
 * dragging a column into a field writes, are read from the item; other single expressions of a row are
 * evaluated together. Whatever is not surely the same by a short way takes n8n's own.
 */

/** A parameter by its path, with what the workflow stores for it. */
export interface Stored {
	path: string;
	raw: unknown;
}

/** What a parameter holds for one item, or the error of its expression. */
export type Resolved = { value: unknown } | { error: unknown };

/** What there is to say of it, as the rest of a sentence that begins with the field's label. */
export const failedWith = (error: unknown): string =>
	`has an expression that fails: ${messageOf(error)}`;

/** For one item, the stored parameters in their order. */
type Resolver = (itemIndex: number) => Resolved[];

/** Whether a stored parameter, or anything inside it, is an expression. */
export const hasExpression = (raw: unknown): boolean =>
	typeof raw === 'string'
		? raw.startsWith('=')
		: typeof raw === 'object' && raw !== null && Object.values(raw).some(hasExpression);

/** The JavaScript of `={{ … }}`; a text with more around or inside it is not one expression. */
export function singleExpression(raw: unknown): string | undefined {
	const [, code] = (typeof raw === 'string' && /^=\{\{([^]+)\}\}$/.exec(raw)) || [];
	return code === undefined || /\{\{|\}\}|\\/.test(code) ? undefined : code;
}

const REFERENCE =
	/^\s*\$json((?:\s*(?:\.\s*[A-Za-z_$][\w$]*|\[\s*(?:'[^'\\\n]*'|"[^"\\\n]*")\s*\]))+)\s*$/;
const KEY = /\.\s*([A-Za-z_$][\w$]*)|\[\s*(?:'([^']*)'|"([^"]*)")\s*\]/g;

/** Names that n8n keeps expressions away from. */
const GUARDED =
	/^(?:__proto__|prototype|constructor|mainModule|binding|_load|getPrototypeOf|.*(?:Getter|Setter|StackTrace).*)$/;

/** What every object has counts too: n8n's vm engine finds `toString` there before the item's own. */
const isGuarded = (key: string): boolean => GUARDED.test(key) || key in Object.prototype;

/** The keys of `$json.a['b']`; undefined for anything else. */
export function referenceKeys(code: string): string[] | undefined {
	const [, path] = REFERENCE.exec(code) ?? [];
	if (path === undefined) return undefined;
	const keys = [...path.matchAll(KEY)].map(
		([, dot, single, double]) => dot ?? single ?? double ?? '',
	);
	return keys.some(isGuarded) ? undefined : keys;
}

const isScalar = (value: unknown): boolean =>
	value === null ||
	(typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol');

function isPlain(value: unknown): value is Record<string, unknown> {
	if (!isRecord(value)) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}

/** The value of a reference, where it is surely what n8n gives: a text, number, flag or nothing. */
function readReference(
	item: INodeExecutionData,
	keys: readonly string[],
): { value: unknown } | undefined {
	let value: unknown = item.json;
	for (const key of keys) {
		// n8n swallows the TypeError of reading on from nothing.
		if (value === undefined || value === null) return { value: undefined };
		if (!isPlain(value)) return undefined;
		const property = Object.getOwnPropertyDescriptor(value, key);
		if (property ? !('value' in property) : key in value) return undefined;
		value = property?.value;
	}
	return isScalar(value) ? { value } : undefined;
}

/** How one parameter is resolved for an item, whose expressions may have been evaluated together. */
type Way = (itemIndex: number, evaluated: readonly unknown[] | undefined) => Resolved;

/** How to resolve parameters for the items of one execution. */
export function createResolver(context: Reads, stored: readonly Stored[]): Resolver {
	const items = context.getInputData();
	/** The expressions that are evaluated together. */
	const codes: string[] = [];

	const single = (path: string, itemIndex: number): Resolved => {
		try {
			return { value: context.getNodeParameter(path, itemIndex, null) };
		} catch (error) {
			return { error };
		}
	};
	const wayTo = ({ path, raw }: Stored): Way => {
		if (!hasExpression(raw)) {
			const resolved = single(path, 0);
			return () => resolved;
		}
		const code = singleExpression(raw);
		if (code === undefined) return (itemIndex) => single(path, itemIndex);
		const keys = referenceKeys(code);
		if (keys) {
			return (itemIndex) => {
				const item = items[itemIndex];
				return (item && readReference(item, keys)) ?? single(path, itemIndex);
			};
		}
		const place = codes.push(code) - 1;
		return (itemIndex, evaluated) =>
			// Objects and functions go through n8n's own clean-up and refusals.
			evaluated && isScalar(evaluated[place])
				? { value: evaluated[place] }
				: single(path, itemIndex);
	};
	const ways = stored.map(wayTo);
	// A line comment in one must not swallow the next.
	const together = `{{ [${codes.map((code) => `(${code}\n)`).join(',')}] }}`;

	/** All single expressions of an item at once; undefined where that is not surely the same. */
	const evaluate = (itemIndex: number): unknown[] | undefined => {
		if (codes.length < 2) return undefined;
		try {
			const values: unknown = context.evaluateExpression(together, itemIndex);
			return Array.isArray(values) && values.length === codes.length ? values : undefined;
		} catch {
			return undefined;
		}
	};

	return (itemIndex) => {
		const evaluated = evaluate(itemIndex);
		return ways.map((way) => way(itemIndex, evaluated));
	};
}
