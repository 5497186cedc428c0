import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../guards';
import { quote } from '../../text';
import { textOf } from '../encoders/scalar';
import type { Structured } from '../parameter';
import { entriesBuilder, entriesIn } from './entries';
import { structured } from './json';
import type { Reader } from './reader';

/** The vendor's limit on the value of a user field and of a call variable. */
const LONGEST_VALUE = 1000;
/** The vendor's limit on the number of call variables. */
const MOST_VARIABLES = 5;

/** What differs from one list of pairs to another. */
type Hints = Pick<INodeProperties, 'placeholder' | 'description'>;

/** The cells of an entry that is a name and a value. */
const pairCells = (name: Hints, value: Hints): INodeProperties[] => [
	{ displayName: 'Name', name: 'name', type: 'string', required: true, default: '', ...name },
	{ displayName: 'Value', name: 'value', type: 'string', required: true, default: '', ...value },
];

export const userFieldsProperty = entriesBuilder(
	{
		displayName: 'User Fields',
		name: 'userFields',
		placeholder: 'Add User Field',
		description:
			'Your own fields of the task, one name and value each. A value has at most 1000 characters.',
	},
	{
		displayName: 'User Field',
		name: 'field',
		first: { name: '', value: '' },
		values: pairCells(
			{ placeholder: 'e.g. campaign', description: 'Name of the field' },
			{
				placeholder: 'e.g. spring 2026',
				description: 'Value of the field, at most 1000 characters',
			},
		),
	},
);

export const userFieldsStructure: Structured = {
	fromBuilder: (builder) =>
		entriesIn(builder, 'field').map(({ name, value }) => ({ [textOf(name) ?? '']: value })),
	example: '[{"name":"1234"},{"name1":"12345"}]',
	advanced: '[{"渠道":"线上"},{"batch":"2026-03"},{"remark":""}]',
	keys: [
		{
			key: '[]',
			en: 'one field an entry: its name as the key, its value as a text',
			zh: '每个元素一个字段：键是名称，值是文本；一个元素里的多组只取第一组，因此本节点不接受',
		},
	],
	words: userFieldWords,
};

/** A name and its value, read as texts. */
type Pair = [name: string, value: string];

const readPair = (name: unknown, value: unknown, where: string, reader: Reader): Pair => [
	reader.name(name, `${where}, name`),
	reader.text(value, `${where}, value`, LONGEST_VALUE),
];

/** The one pair of an entry such as `{"city":"Berlin"}`. */
function onlyPair(entry: unknown, where: string, reader: Reader): Pair[] {
	const pairs = isRecord(entry) ? Object.entries(entry) : [];
	if (pairs.length !== 1) {
		reader.note(where, `is ${quote(entry)}; give one pair of name and value an entry`);
	}
	return pairs.map(([name, value]) => readPair(name, value, where, reader));
}

export const userFields = structured((structure, reader) =>
	reader
		.array(structure, '')
		.map((entry, index) => Object.fromEntries(onlyPair(entry, `entry ${index + 1}`, reader))),
);

export const callVariablesProperty = entriesBuilder(
	{
		displayName: 'Call Variables',
		name: 'callVariables',
		placeholder: 'Add Call Variable',
		description:
			"Variables that are set on the agent's side of the call as SIP headers. At most 5, each value with at most 1000 characters.",
	},
	{
		displayName: 'Call Variable',
		name: 'variable',
		first: { name: '', value: '' },
		values: pairCells(
			{ placeholder: 'e.g. customer_level', description: 'Name of the variable' },
			{
				placeholder: 'e.g. ${cdr_enterprise_id}',
				description: 'Text, or a variable of the service in ${}. At most 1000 characters.',
			},
		),
	},
);

export const callVariablesStructure: Structured = {
	fromBuilder: (builder) =>
		entriesIn(builder, 'variable').map(({ name, value }) => ({ name, value })),
	example: '[{"name":"abcdefg","value":"${cdr_enterprise_id}"}]',
	advanced:
		'[{"name":"customer_level","value":"gold"},{"name":"enterprise","value":"${cdr_enterprise_id}"}]',
	keys: [
		{ key: '[].name', en: 'the name of the variable', zh: '变量名' },
		{
			key: '[].value',
			en: 'a text, or a variable of the service in ${}',
			zh: '文本，或 ${} 中的系统变量',
		},
	],
	words: variableWords,
};

const isNamed = (entry: unknown): boolean =>
	!isRecord(entry) || 'name' in entry || 'value' in entry;

/**
 * Variables as the update takes them, `[{"name":"city","value":"Berlin"}]`, or all of them as tasks are
 * documented to be read, `[{"city":"Berlin"}]`.
 */
export const callVariables = structured((structure, reader) => {
	const entries = reader.array(structure, '');
	const isAsRead = !entries.some(isNamed);
	const variables = entries.flatMap((entry, index) => {
		const where = `entry ${index + 1}`;
		if (isAsRead) return onlyPair(entry, where, reader);
		const { name, value } = reader.object(entry, where, ['name', 'value']) ?? {};
		return [readPair(name, value, where, reader)];
	});
	if (variables.length > MOST_VARIABLES) {
		reader.note('', `has ${variables.length} variables; give at most ${MOST_VARIABLES}`);
	}
	return variables.map(([name, value]) => ({ name, value }));
});

const pairWords = (pairs: ReadonlyArray<readonly [string, string]>, none: string): string =>
	pairs.map(([name, value]) => `${name}: ${value}`).join('; ') || none;

/** `campaign: spring 2026`, for each field. */
function userFieldWords(value: unknown): string {
	return pairWords(
		(value as Array<Record<string, string>>).flatMap(Object.entries<string>),
		'no fields',
	);
}

/** `city: Berlin`, for each variable. */
function variableWords(value: unknown): string {
	return pairWords(
		(value as Array<{ name: string; value: string }>).map((one) => [one.name, one.value]),
		'no variables',
	);
}
