import type { IDataObject } from 'n8n-workflow';
import type { Given } from '../../../../input/given';
import type { Catalogue } from '../../../../parameters/catalogue';
import { chinaNow } from '../../../../parameters/chinaTime';
import { name, type } from '../../../../parameters/creation';
import type { Row } from '../../../../parameters/parameter';
import { holds } from '../../../../parameters/same';
import { AUTOMATIC, type TaskState } from '../../../../tasks/state';
import { allOf, quote } from '../../../../text';

/** What is taken of another task. */
interface Copy {
	given: Given[];
	/** What was left out and may be missed, in sentences without the final period. */
	warnings: string[];
}

interface Moment {
	names: readonly string[];
	on: string;
	day: string;
	time: string;
	emptyTime: string;
}

const MOMENTS: readonly Moment[] = [
	{
		names: ['autoStart', 'autoStartDay', 'autoStartTime'],
		on: 'AutoStart',
		day: 'AutoStartDay',
		time: 'AutoStartTime',
		emptyTime: '00:00:00',
	},
	{
		names: ['autoStop', 'autoStopDay', 'autoStopTime', 'forceEndFlag'],
		on: 'AutoStop',
		day: 'AutoStopDay',
		time: 'AutoStopTime',
		emptyTime: '23:59:59',
	},
];

const textOf = (value: unknown): string =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

/** The moment of a schedule that is switched on and past; undefined for any other. */
function pastMoment(fields: IDataObject, { on, day, time, emptyTime }: Moment): string | undefined {
	if (textOf(fields[on]) !== '1' || textOf(fields[day]) === '') return undefined;
	const now = chinaNow();
	const moment = `${textOf(fields[day])} ${textOf(fields[time]) || emptyTime}`;
	return moment < `${now.day} ${now.time}` ? moment : undefined;
}

/** The rows in whose place something is given. */
const replacedBy = (given: readonly Given[]): Set<string> =>
	new Set(
		given.flatMap(({ row }) =>
			row.insteadOf ? Object.keys(row.property.displayOptions?.hide ?? {}) : [],
		),
	);

/**
 * The settings of a task, as given values, where an item gives none itself. What does not apply to the type
 * of the new task is no setting of it.
 * @param own what the item gives
 */
export function copyOf(
	{ fields, type: ofSource }: TaskState,
	own: readonly Given[],
	{ rows, rowNamed }: Catalogue,
): Copy {
	const ownType = own.find(({ row }) => row === type);
	const kind = ownType ? type.encode(ownType.value, type.property).value : ofSource;
	const replaced = replacedBy(own);
	const isOwn = (row: Row) => own.some((one) => one.row === row && one.value !== '');
	const isOwnNamed = (one: string) => own.some(({ row }) => row.property.name === one);
	const past = MOMENTS.flatMap((moment) => {
		const at = moment.names.some(isOwnNamed) ? undefined : pastMoment(fields, moment);
		return at === undefined ? [] : [{ ...moment, at }];
	});
	const left = new Set(past.flatMap(({ names }) => names));
	const warnings = past.map(({ names, at }) => {
		const labels = names.map((one) => `'${rowNamed(one)?.property.displayName ?? one}'`);
		return `${allOf(labels)} of the task that is copied (${at}) lie in the past and were not copied`;
	});
	const given: Given[] = [];
	for (const row of rows) {
		const { api, property, identifies, predictiveOnly } = row;
		const isOut = identifies === true || name.includes(row) || left.has(property.name);
		if (isOut || isOwn(row) || replaced.has(property.name)) continue;
		if (predictiveOnly && kind === AUTOMATIC) continue;
		const stored = textOf(fields[api]);
		if (holds(row.same(stored), row.same(''))) continue;
		const value: unknown = fields[api];
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
