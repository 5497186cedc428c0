import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import { creation, type } from '../../nodes/AlibabaCloudVms/parameters/creation';
import type { Row } from '../../nodes/AlibabaCloudVms/parameters/parameter';
import { defaultWords, purpose } from '../../nodes/AlibabaCloudVms/parameters/properties';
import { valueWords } from '../../nodes/AlibabaCloudVms/parameters/words';
import { anyOf } from '../../nodes/AlibabaCloudVms/text';
import { momentTable } from './moments';
import { englishColumns } from './columns';
import { structures } from './structures';
import { acceptedWords, hiddenBy, isGiven, labelsOf, namesOf, table } from './table';
import { structuresToo, texts } from './texts';

const { identity, rows, sections } = callTask;

/** What a field accepts, and what its number counts. */
function accepted(row: Row): string {
	if (row.structured) return 'its builder, or JSON as shown at the end';
	const listed = row.offers ? 'from a list, or ' : '';
	return `${listed}${acceptedWords(row)}${row.unit ? ` (${row.unit})` : ''}`;
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

const HEADS = ['Field', 'API parameter', 'Give', 'Default', 'Not sent while', 'What it does'];

const columns = (row: Row): string[] => [
	labelsOf(row).join(', '),
	`\`${row.api}\` ${namesOf(row).join(', ')}`,
	accepted(row),
	defaultWords(row),
	leftOut(row),
	explained(row),
];

/** The text of docs/parameters.md, from the catalogue. */
export const englishPage = (): string =>
	[
		'# Parameters of Call Task: Preview and Update',
		'[中文](parameters.zh-CN.md)',
		`Printed from the catalogue with \`npm run docs\`; change the catalogue, not this page. All ${rows.length} parameters of CloudUpdateTask (Dyvmsapi 2017-05-25).`,
		"What you do not add is not sent, and neither is what an expression leaves undefined, null or empty, unless 'Send Empty Values' is on. The vendor's page does not say what becomes of parameters that are left out; by all signs they stay as they are in the task. It names one exception: with Auto Start (Auto Stop) on, a missing date is today, and a missing time is 00:00:00 (23:59:59). *Default* is the default that the page names; a task that has a value presumably keeps it. Where the page names none, the cell is empty.",
		'Dates and times are China Standard Time; see [below](#dates-and-times) what every kind of value means.',
		'With automatic mapping a column is taken for a parameter if it has the name of its field, its API name, or one of the Chinese names beside that; case, full-width forms, blanks and punctuation do not count: `AutoStart`, `auto_start`, `Auto Start` and `定时开始` are one. A structured value may stand in its column as JSON text, as an object or as an array. A choice is taken by its number, its label or its Chinese word: `1`, `Within Calling Times` and `间隔呼叫` are one.',
		'## Task',
		table(HEADS, identity, columns),
		...sections.flatMap(({ property, rows: members }) => [
			`## ${property.displayName}`,
			property.description ?? '',
			table(HEADS, members, columns),
		]),
		'## A new task',
		"Create, and Create or Update where no task has the name, take the fields above but for the task's ID, and these. *Name* and *Task Type* are needed (the type not where Copy From Task gives it); so are the agents of a predictive task (their groups with Agents From: Outbound Group) and the IVR of an automatic one, unless a template has them. What is not given is not sent: the template's value holds, else the vendor's default. Task Type and Agents From cannot be changed once the task is there.",
		table(HEADS, [type, ...creation.rows], columns),
		'## Dates and times',
		'The start and the stop are a day and a time each, in China Standard Time. What is written without an offset is China time already, in a workflow of whatever zone; what carries one is converted. A moment, which is a day and a time together, may stand in the field or column of either half, and fills the other one too where that is not given or empty. Where both are given and differ, the item is refused. In a field for a date, midnight is no time: it is how dates are stored.',
		'What is midnight in the zone that it carries is the date of that zone, so no day is lost on the way from Tokyo or Sydney: `{{ $today }}` is the day of the workflow. A Date carries no zone; it is a date where it is midnight in China, in UTC or in the zone of the workflow, and a moment elsewhere. A UTC text that is midnight in the zone of the workflow is a date as well, but where its day is another one in China nobody can tell which of the two was meant, and it is refused. Where the day is the same and no time is given beside it, a warning names the time that is left out. A date in a field for a time is refused: the task would start at midnight.',
		momentTable(
			'en',
			['Value', 'Example', 'Its zone', "Workflow's zone", 'In a date field', 'In a time field'],
			{ any: 'any', refused: 'refused' },
		),
		'The workflow zones stand for all like them: Tokyo and Sydney for those east of China, New York for those west of it. A text in UTC may end in `Z` or in `+00:00`. With *Check Values Before Sending* off, texts and numbers that are refused here are sent as they are. A day more than a year in the past is refused, and one of the year before today is warned about.',
		...texts.english,
		...englishColumns(),
		'## Structured values',
		'Each has a builder, and beside it a field that takes JSON text or an object from an expression. Fill in one of the two. In a key, `[]` stands for every entry of a list.',
		...structures('en'),
		'### What else they may be',
		...structuresToo.english,
	].join('\n\n') + '\n';
