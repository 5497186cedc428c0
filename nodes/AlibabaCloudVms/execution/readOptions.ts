import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../guards';
import type { Option, Options, ValuesOf } from '../operations/option';
import { chosenIn, valueIn } from '../input/locator';
import { createResolver, failedWith, hasExpression, type Resolved } from '../input/resolve';
import type { Result } from '../gateway/failure';
import { failWrong } from '../gateway/failure';

/** An option's default, read as a given value is. */
const defaultOf = ({ property, read, mayBeAbsent }: Option<unknown>): unknown =>
	mayBeAbsent ? undefined : read(property.default, property).value;

/** What an option holds; undefined where it holds nothing, and its default stays. */
function readOne(
	{ property, read }: Option<unknown>,
	resolved: Resolved,
): { value?: unknown; issue?: string } | undefined {
	if ('error' in resolved) return { issue: failedWith(resolved.error) };
	const given = valueIn(resolved.value) ?? '';
	if (given === '') return undefined;
	const { value, issue } = read(given, property);
	return issue === undefined ? { value } : { issue };
}

interface OptionsReader<O extends Options> {
	/** What is wrong with any of them is a failure. */
	read(itemIndex: number): Result<ValuesOf<O>>;
	/** Those that can be read. */
	readable(itemIndex: number): Partial<ValuesOf<O>>;
}

/**
 * Reads options of an item. Where an expression gives nothing, the default stays: no check goes off.
 * @param isWide whether those are wanted that the first item decides for all, or the others
 */
export function createOptionsReader<O extends Options>(
	context: IExecuteFunctions,
	options: O,
	isWide: boolean,
): OptionsReader<O> {
	const defaults = Object.fromEntries(
		Object.entries(options).map(([name, option]) => [name, defaultOf(option)]),
	);
	const stored: unknown = context.getNodeParameter('options', 0, {}, { rawExpressions: true });
	const added = Object.entries(options).flatMap(([name, option]) => {
		if (!isRecord(stored) || !(name in stored) || (option.isWide ?? false) !== isWide) return [];
		return [{ option, name, ...chosenIn({ path: `options.${name}`, raw: stored[name] }) }];
	});
	const resolve = createResolver(context, added);
	const readAll = (itemIndex: number) => {
		const values: Record<string, unknown> = { ...defaults };
		const issues: string[] = [];
		resolve(itemIndex).forEach((resolved, index) => {
			const { option, name } = added[index] ?? {};
			if (!option || !name) return;
			const { value, issue } = readOne(option, resolved) ?? { value: values[name] };
			values[name] = value;
			if (issue !== undefined) issues.push(`'${option.property.displayName}' ${issue}`);
		});
		return { values, issues };
	};
	const read = (itemIndex: number): Result<ValuesOf<O>> => {
		const { values, issues } = readAll(itemIndex);
		return issues.length > 0
			? failWrong(issues, 'Nothing was sent.')
			: { ok: true, value: values as ValuesOf<O> };
	};
	const readable = (itemIndex: number) => readAll(itemIndex).values as Partial<ValuesOf<O>>;
	if (added.some(({ raw }) => hasExpression(raw))) return { read, readable };
	let same: Result<ValuesOf<O>> | undefined;
	return { read: () => (same ??= read(0)), readable };
}
