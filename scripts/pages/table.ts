import type { Row } from '../../nodes/AlibabaCloudVms/parameters/parameter';
import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import { twinLabel } from '../../nodes/AlibabaCloudVms/parameters/properties';

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

/** What a field accepts, in the words of its own refusal. */
export function acceptedWords({ encode, property }: Row): string {
	const { issue = '' } = encode({}, property);
	return issue.slice(issue.indexOf('; give ') + '; give '.length);
}

/** The labels of a field in the editor. */
export const labelsOf = (row: Row): string[] =>
	row.structured ? [row.property.displayName, twinLabel(row)] : [row.property.displayName];
