import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { failWrong, type Result } from '../gateway/failure';
import type { Encoder, Reading } from '../parameters/parameter';
import { isEmptyCell } from './cells';
import { createResolver, failedWith } from './resolve';

/** A field of the node that is no parameter of an action. */
export interface OwnField {
	property: INodeProperties;
	read: Encoder;
}

/** The same for a field that may be empty: without a value then. */
export const optional =
	(read: Encoder): Encoder =>
	(value, property, zone) =>
		isEmptyCell(value) ? {} : read(value, property, zone);

/**
 * Reads fields of the node by their names. Where an expression gives nothing, the field is as it is in a new
 * node; an emptied one is read as it is.
 */
export function createOwnReader<Name extends string>(
	context: IExecuteFunctions,
	fields: Readonly<Record<Name, OwnField>>,
): (itemIndex: number) => (name: Name) => Reading {
	const names = Object.keys(fields) as Name[];
	const stored = names.map((name) => {
		const path = fields[name].property.name;
		return { path, raw: context.getNodeParameter(path, 0, null, { rawExpressions: true }) };
	});
	const resolve = createResolver(context, stored);
	const zone = context.getTimezone();
	return (itemIndex) => {
		const resolved = resolve(itemIndex);
		return (name) => {
			const { property, read } = fields[name];
			const found = resolved[names.indexOf(name)] ?? { value: undefined };
			return 'error' in found
				? { issue: failedWith(found.error) }
				: read(found.value ?? property.default, property, zone);
		};
	};
}

/** What is wrong with some fields, as the failure of the item; undefined where all is well. */
export function wrongIn(
	read: ReadonlyArray<readonly [field: OwnField, reading: Reading]>,
): Result<never> | undefined {
	const issues = read.flatMap(([{ property }, { issue }]) =>
		issue === undefined ? [] : [`'${property.displayName}' ${issue}`],
	);
	const description = 'Nothing was sent for this item.';
	return issues.length > 0 ? failWrong(issues, description) : undefined;
}
