import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { isRecord } from '../guards';
import { choice, flag, number } from '../parameters/encoders/scalar';
import type { Encoder } from '../parameters/parameter';
import { columnNames } from '../pipeline/columnsToIgnore';
import { createResolver } from '../pipeline/resolve';
import type { Result } from '../transport/failure';
import { fail } from '../transport/failure';
import { DEFAULTS, optionsProperty, type Options } from './options';

/** Options that the first item decides for the whole execution. */
const EXECUTION_WIDE: ReadonlyArray<keyof Options> = [
	'checkAllItemsFirst',
	'concurrentRequests',
	'longestWait',
	'maximumAttempts',
	'requestsPerSecond',
	'timeout',
	'waitForTheGateway',
];

const properties = (optionsProperty.options ?? []) as INodeProperties[];

/** How the value of an option is read, by the type of its property. */
const ENCODERS: Partial<Record<INodeProperties['type'], Encoder>> = {
	boolean: flag,
	number,
	options: choice,
	string: columnNames,
};

/** Reads options of an item. Where an expression gives nothing, the default stays: no check goes off. */
function createReader(
	context: IExecuteFunctions,
	isWanted: (name: keyof Options) => boolean,
): (itemIndex: number) => Result<Options> {
	const stored: unknown = context.getNodeParameter('options', 0, {}, { rawExpressions: true });
	const added = properties.flatMap((property) => {
		const name = property.name as keyof Options;
		if (!isRecord(stored) || !(name in stored) || !isWanted(name)) return [];
		return [{ property, name, path: `options.${name}`, raw: stored[name] }];
	});
	const resolve = createResolver(context, added);
	return (itemIndex) => {
		const options: Options = { ...DEFAULTS };
		const issues: string[] = [];
		resolve(itemIndex).forEach((resolved, index) => {
			const { property, name } = added[index] ?? {};
			if (!property || !name) return;
			const label = `'${property.displayName}'`;
			if ('error' in resolved) {
				issues.push(`${label} has an expression that fails: ${String(resolved.error)}`);
			} else if ((resolved.value ?? '') !== '') {
				const { value, issue } = ENCODERS[property.type]?.(resolved.value, property) ?? {};
				if (issue) issues.push(`${label} ${issue}`);
				else Object.assign(options, { [name]: value });
			}
		});
		return issues.length > 0
			? fail({ kind: 'input', message: issues.join('. '), description: 'Nothing was sent.' })
			: { ok: true, value: options };
	};
}

/** The options of the whole execution. */
export const readLimits = (context: IExecuteFunctions): Result<Options> =>
	createReader(context, (name) => EXECUTION_WIDE.includes(name))(0);

/** A reader of the options that each item decides for itself. */
export const createOptionsReader = (context: IExecuteFunctions) =>
	createReader(context, (name) => !EXECUTION_WIDE.includes(name));
