import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { isRecord } from '../guards';
import type { Row } from '../parameters/parameter';
import { groupOf } from '../parameters/structured/json';
import { isEmptyCell } from './cells';

const groupsOf = (property: INodeProperties) =>
	(property.options ?? []) as INodePropertyCollection[];

/** Whether a cell only says which others are shown, and was left as it was: that fills in nothing. */
const isStillDefault = (
	cell: INodeProperties,
	values: readonly INodeProperties[],
	value: unknown,
): boolean =>
	value === cell.default &&
	values.some(({ displayOptions }) => displayOptions?.show?.[cell.name] !== undefined);

/** Whether nothing is filled in: no rows, or rows whose expressions all gave nothing. */
function isUnfilled(property: INodeProperties, value: unknown): boolean {
	return groupsOf(property).every(({ name, values }) =>
		groupOf(value, name).every((row) =>
			values.every((cell) =>
				cell.type === 'fixedCollection'
					? isUnfilled(cell, row[cell.name])
					: isEmptyCell(row[cell.name]) || isStillDefault(cell, values, row[cell.name]),
			),
		),
	);
}

/** The cells that have to be filled in and are not, each with its place: `Round 2, 'Hours'`. */
function emptyCells(property: INodeProperties, value: unknown): string[] {
	return groupsOf(property).flatMap(({ name, displayName, values }) =>
		groupOf(value, name).flatMap((row, index) =>
			values.flatMap((cell) => {
				// Only entries are counted; what stands alone in its builder is the builder.
				const place = property.typeOptions?.multipleValues ? `${displayName} ${index + 1}, ` : '';
				if (cell.type === 'fixedCollection') {
					return emptyCells(cell, row[cell.name]).map((inner) => `${place}${inner}`);
				}
				return cell.required && isEmptyCell(row[cell.name])
					? [`${place}'${cell.displayName}'`]
					: [];
			}),
		),
	);
}

/**
 * What a builder holds, as the documented structure; '' where nothing is filled in. A structure given in
 * its place by an expression passes through. A cell that is left out is never made up: an expression that
 * gave nothing would change a task to a value that nobody chose.
 */
export function fromBuilder(
	{ property, structured }: Row,
	value: unknown,
): { value: unknown } | { problem: string } {
	if (!structured || !isRecord(value)) return { value };
	const isOwn = Object.keys(value).every((name) =>
		groupsOf(property).some((group) => group.name === name),
	);
	if (!isOwn) return { value };
	if (isUnfilled(property, value)) return { value: '' };
	const empty = emptyCells(property, value);
	return empty.length > 0
		? { problem: `has nothing in ${empty.join(' and ')}` }
		: { value: structured.fromBuilder(value) };
}
