import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../guards';
import type { Option, Options, ValuesOf } from '../operations/option';
import { createResolver, failedWith, hasExpression } from '../input/resolve';
import type { Result } from '../gateway/failure';
import { failWrong } from '../gateway/failure';

/** An option's default, read as a given value is. */
const defaultOf = ({ property, read, mayBeAbsent }: Option<unknown>): unknown =>
	mayBeAbsent ? undefined : read(property.default, property).value;

/**
 * Reads options of an item. Where an expression gives nothing, the default stays: no check goes off.
 * @param isWide whether those are wanted that the first item decides for all, or the others
 */
export function createOptionsReader<O extends Options>(
	context: IExecuteFunctions,
	options: O,
	isWide: boolean,
): (itemIndex: number) => Result<ValuesOf<O>> {
	const defaults = Object.fromEntries(
		Object.entries(options).map(([name, option]) => [name, defaultOf(option)]),
	);
	const stored: unknown = context.getNodeParameter('options', 0, {}, { rawExpressions: true });
	const added = Object.entries(options).flatMap(([name, option]) => {
		if (!isRecord(stored) || !(name in stored) || (option.isWide ?? false) !== isWide) return [];
		return [{ option, name, path: `options.${name}`, raw: stored[name] }];
	});
	const resolve = createResolver(context, added);
	const read = (itemIndex: number): Result<ValuesOf<O>> => {
		const values: Record<string, unknown> = { ...defaults };
		const issues: string[] = [];
		resolve(itemIndex).forEach((resolved, index) => {
			const { option, name } = added[index] ?? {};
			if (!option || !name) return;
			const label = `'${option.property.displayName}'`;
			if ('error' in resolved) {
				issues.push(`${label} ${failedWith(resolved.error)}`);
			} else if ((resolved.value ?? '') !== '') {
				const { value, issue } = option.read(resolved.value, option.property);
				if (issue) issues.push(`${label} ${issue}`);
				else values[name] = value;
			}
		});
		return issues.length > 0
			? failWrong(issues, 'Nothing was sent.')
			: { ok: true, value: values as ValuesOf<O> };
	};
	if (added.some(({ raw }) => hasExpression(raw))) return read;
	let same: Result<ValuesOf<O>> | undefined;
	return () => (same ??= read(0));
}
