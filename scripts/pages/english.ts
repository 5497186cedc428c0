import { identity, rows, sections } from '../../nodes/AlibabaCloudVms/parameters';
import type { Row } from '../../nodes/AlibabaCloudVms/parameters/parameter';
import { purpose, twinLabel } from '../../nodes/AlibabaCloudVms/parameters/properties';
import { anyOf, valueWords } from '../../nodes/AlibabaCloudVms/parameters/words';
import { hiddenBy, isGiven, namesOf, structures, table } from './table';

/** What a field accepts, in the words of its own refusal. */
function accepted({ encode, property, structured }: Row): string {
	if (structured) return 'its builder, or JSON as shown at the end';
	const { issue = '' } = encode({}, property);
	return issue.slice(issue.indexOf('; give ') + '; give '.length);
}

/** One condition of a display rule: a value, or a test that n8n makes of it. */
function conditionWords(controller: Row, condition: unknown): string {
	if (typeof condition !== 'object' || condition === null) {
		return valueWords(controller.property, condition);
	}
	return isGiven(condition) ? 'given' : 'empty';
}

const leftOut = (row: Row): string =>
	hiddenBy(row)
		.map(({ controller, conditions }) => {
			const words = new Set(conditions.map((one) => conditionWords(controller, one)));
			const named = anyOf([...words]).replaceAll(/(?<=,|or) set to/g, '');
			return `'${controller.property.displayName}' is ${named}`;
		})
		.join('; ');

const READ_BACK = {
	listed: ' Only lists of tasks have it, so reading it lists all tasks of the call center.',
	never: " It can't be read back.",
} as const;

/** What it is for, and whether it can be read back. */
const explained = (row: Row): string =>
	`${purpose(row)}${row.readBack ? READ_BACK[row.readBack] : ''}`;

const HEADS = ['Field', 'API parameter', 'Give', 'Not sent while', 'What it does'];

const columns = (row: Row): string[] => [
	row.structured ? `${row.property.displayName}, ${twinLabel(row)}` : row.property.displayName,
	`\`${row.api}\` ${namesOf(row).join(', ')}`,
	accepted(row),
	leftOut(row),
	explained(row),
];

/** The text of docs/parameters.md, from the catalogue. */
export const englishPage = (): string =>
	[
		'# Parameters of Call Task: Update',
		'[中文](parameters.zh-CN.md)',
		`Printed from the catalogue with \`npm run docs\`; change the catalogue, not this page. All ${rows.length} parameters of CloudUpdateTask (Dyvmsapi 2017-05-25).`,
		'What is not added to the node, and what an expression leaves undefined, null or empty, stays as it is in the task. Dates and times are China Standard Time; values with an offset are converted to it.',
		'With automatic mapping a column means a parameter if it is called like its field, its API name, or one of the Chinese names beside that, in any case, width and style: `AutoStart`, `auto_start`, `Auto Start` and `定时开始` are one. A structured value may stand in its column as JSON text, as an object or as an array.',
		'## Task',
		table(HEADS, identity, columns),
		...sections.flatMap(({ property, rows: members }) => [
			`## ${property.displayName}`,
			property.description ?? '',
			table(HEADS, members, columns),
		]),
		'## Structured values',
		'Each has a builder, and beside it a field that takes JSON text or an object from an expression. Fill in one of the two. The documented examples:',
		structures(({ api, property }) => `\`${api}\`, '${property.displayName}'`),
	].join('\n\n') + '\n';
