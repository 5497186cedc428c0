import type { IDisplayOptions } from 'n8n-workflow';
import { identity, rows, sections } from '../nodes/AlibabaCloudVms/parameters';
import type { Row } from '../nodes/AlibabaCloudVms/parameters/parameter';
import { twinLabel } from '../nodes/AlibabaCloudVms/parameters/properties';
import { anyOf, valueWords } from '../nodes/AlibabaCloudVms/parameters/words';

type Hide = NonNullable<IDisplayOptions['hide']>;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

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
	return 'regex' in Object(Reflect.get(condition, '_cnd')) ? 'given' : 'empty';
}

/** When a field is left out, from its display rule; twins follow their builders and are not named. */
function leftOut({ property }: Row): string {
	const hide: Hide = property.displayOptions?.hide ?? {};
	return Object.entries(hide)
		.flatMap(([name, conditions = []]) => {
			const controller = rows.find((row) => row.property.name === name);
			if (!controller) return [];
			const words = new Set(conditions.map((one: unknown) => conditionWords(controller, one)));
			const named = anyOf([...words]).replaceAll(/(?<=,|or) set to/g, '');
			return [`'${controller.property.displayName}' is ${named}`];
		})
		.join('; ');
}

function table(members: readonly Row[]): string {
	const lines = members.map((row) => {
		const { displayName, description = '' } = row.property;
		const label = row.structured ? `${displayName}, ${twinLabel(row)}` : displayName;
		const columns = [label, `\`${row.api}\` ${row.zh}`, accepted(row), leftOut(row), description];
		return `| ${columns.map(cell).join(' | ')} |`;
	});
	return [
		'| Field | API parameter | Give | Not sent while | What it does |',
		'|---|---|---|---|---|',
		...lines,
	].join('\n');
}

const structures = rows.flatMap((row) =>
	row.structured
		? [`- \`${row.api}\`, '${row.property.displayName}': \`${row.structured.example}\``]
		: [],
);

/** The text of docs/parameters.md, from the catalogue. */
export const parametersPage = (): string =>
	[
		'# Parameters of Call Task: Update',
		`Printed from the catalogue with \`npm run docs\`; change the catalogue, not this page. All ${rows.length} parameters of CloudUpdateTask (Dyvmsapi 2017-05-25).`,
		'What is not added to the node, and what an expression leaves undefined, null or empty, stays as it is in the task. Dates and times are China Standard Time; values with an offset are converted to it.',
		'## Task',
		table(identity),
		...sections.flatMap(({ property, rows: members }) => [
			`## ${property.displayName}`,
			property.description ?? '',
			table(members),
		]),
		'## Structured values',
		'Each has a builder, and beside it a field that takes JSON text or an object from an expression. Fill in one of the two. The vendor’s examples:',
		structures.join('\n'),
	].join('\n\n') + '\n';
