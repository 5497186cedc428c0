import type { Row } from '../../nodes/AlibabaCloudVms/parameters/parameter';
import { callTask } from '../../nodes/AlibabaCloudVms/parameters';

const { rows } = callTask;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A Markdown table with one line a member, such as a row of the catalogue. */
export const table = <Member>(
	heads: readonly string[],
	members: readonly Member[],
	columns: (member: Member) => readonly string[],
): string =>
	[line(heads), line(heads.map(() => '---')), ...members.map((one) => line(columns(one)))].join(
		'\n',
	);

/** The Chinese names that a column may have to mean a parameter. */
export const namesOf = ({ zh, aliases = [] }: Row): string[] => [zh, ...aliases];

/** What hides a row: its controllers, each with the conditions of the display rule. */
export const hiddenBy = ({ property }: Row): Array<{ controller: Row; conditions: unknown[] }> =>
	Object.entries(property.displayOptions?.hide ?? {}).flatMap(([name, conditions = []]) => {
		const controller = rows.find((row) => row.property.name === name);
		return controller ? [{ controller, conditions }] : [];
	});

/** Whether a condition holds for any value that is given, rather than for an emptied one. */
export const isGiven = (condition: object): boolean =>
	'regex' in Object(Reflect.get(condition, '_cnd'));

/** The documented examples of the structured values. */
export const structures = (label: (row: Row) => string): string =>
	rows
		.flatMap((row) => (row.structured ? [`- ${label(row)}: \`${row.structured.example}\``] : []))
		.join('\n');
