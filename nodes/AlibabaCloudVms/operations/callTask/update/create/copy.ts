import type { IDataObject } from 'n8n-workflow';
import type { Given } from '../../../../input/given';
import type { Catalogue } from '../../../../parameters/catalogue';
import { name, type } from '../../../../parameters/creation';
import type { Row } from '../../../../parameters/parameter';
import { holds } from '../../../../parameters/same';
import { AUTOMATIC, type TaskState } from '../../../../tasks/state';
import { allOf, quote } from '../../../../text';
import { pastEnds } from './pastEnds';

/** What is taken of another task. */
interface Copy {
	given: Given[];
	/** What was left out and may be missed, in sentences without the final period. */
	warnings: string[];
}

const textOf = (value: unknown): string =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

/** The rows in whose place something is given. */
const replacedBy = (given: readonly Given[]): Set<string> =>
	new Set(
		given.flatMap(({ row }) =>
			row.insteadOf ? Object.keys(row.property.displayOptions?.hide ?? {}) : [],
		),
	);

/** The text that an item gives for a row, also by the moment in the field of its other half; undefined for none. */
const wireIn =
	(own: readonly Given[], { otherHalfOf }: Catalogue) =>
	(row: Row): string | undefined => {
		const givenFor = (wanted?: Row) => own.find((one) => one.row === wanted && one.value !== '');
		const given = givenFor(row);
		if (given) return row.encode(given.value, row.property).wire ?? '';
		const half = otherHalfOf(row);
		const other = givenFor(half);
		return half && other && half.encode(other.value, half.property).otherHalf;
	};

/**
 * The settings of a task, as given values, where an item gives none itself. What does not apply to the type
 * of the new task is no setting of it.
 * @param own what the item gives
 */
export function copyOf(
	{ fields, type: ofSource }: TaskState,
	own: readonly Given[],
	catalogue: Catalogue,
): Copy {
	const wireOf = wireIn(own, catalogue);
	const stored = ({ api }: Row): string => textOf((fields as IDataObject)[api]);
	const kind = type.encode(wireOf(type) ?? ofSource, type.property).value;
	const replaced = replacedBy(own);
	const { left, warnings } = pastEnds(wireOf, stored, catalogue);
	const given: Given[] = [];
	for (const row of catalogue.rows) {
		const { property, identifies, predictiveOnly } = row;
		const isOut = identifies === true || name.includes(row) || left.has(row);
		if (isOut || wireOf(row) !== undefined || replaced.has(property.name)) continue;
		if (predictiveOnly && kind === AUTOMATIC) continue;
		if (holds(row.same(stored(row)), row.same(''))) continue;
		const value: unknown = fields[row.api];
		const { issue } = row.encode(value, property);
		if (issue === undefined) given.push({ row, label: property.displayName, value });
		else warnings.push(`'${property.displayName}' was not copied, since it ${issue}`);
	}
	return { given, warnings };
}

/** What is said where a copy lacks something. */
export function uncopied(taskId: string, { rows }: Catalogue): string {
	const labels = rows
		.filter(({ readBack }) => readBack === 'never')
		.map(({ property }) => `'${property.displayName}'`);
	return `The settings of task ${quote(taskId)} were copied, but for what can't be read: ${allOf(labels)}. Give here what is needed of these.`;
}
