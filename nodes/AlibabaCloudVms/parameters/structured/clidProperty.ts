import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../guards';
import { quote } from '../../text';
import { flag, plainText } from '../encoders/scalar';
import type { Structured } from '../parameter';
import { groupOf, structured } from './json';

/** Keys that the page does not name have no documented limit. */
const LONGEST = 1000;

const MATCH_CAPITAL: INodeProperties = {
	displayName: 'Match Provincial Capital',
	name: 'isMatchCapital',
	type: 'boolean',
	required: true,
	default: false,
	description: 'Whether numbers of the provincial capital are matched too',
};

export const clidPropertyProperty: INodeProperties = {
	displayName: 'Area Code Rule',
	name: 'clidProperty',
	type: 'fixedCollection',
	default: { rule: { defaultAreaCode: '', isMatchCapital: false } },
	placeholder: 'Set Area Code Rule',
	description: 'How a caller ID is picked by the area code of the number called',
	displayOptions: { hide: { customerClidsCategory: [4, 5], customerClidType: [1] } },
	options: [
		{
			displayName: 'Rule',
			name: 'rule',
			values: [
				{
					displayName: 'Default Area Code',
					name: 'defaultAreaCode',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. 010',
					description: 'Default area code of the rule',
				},
				MATCH_CAPITAL,
			],
		},
	],
};

export const clidPropertyStructure: Structured = {
	fromBuilder(builder) {
		const [{ defaultAreaCode, isMatchCapital } = {}] = groupOf(builder, 'rule');
		return { defaultAreaCode, isMatchCapital };
	},
	example: '{"defaultAreaCode":"010","isMatchCapital":"1"}',
	advanced: '{"defaultAreaCode":"021","isMatchCapital":"0"}',
	keys: [
		{ key: 'defaultAreaCode', en: 'the default area code', zh: '默认区号' },
		{
			key: 'isMatchCapital',
			en: 'whether numbers of the provincial capital are matched too: 1 or 0',
			zh: '是否匹配省会：1 是，0 否',
		},
	],
	words: clidPropertyWords,
};

/** The page names two keys and "and so on": what else is given goes along as text. */
export const clidProperty = structured((structure, reader) => {
	const given = isRecord(structure) ? Object.entries(structure) : [];
	if (given.length === 0) reader.note('', `is ${quote(structure)}; give an object with a rule`);
	return Object.fromEntries(
		given.map(([name, value]) => {
			const key = reader.name(name, 'key');
			if (key === 'isMatchCapital') {
				const { wire, issue } = flag(value, MATCH_CAPITAL);
				if (issue) reader.note('match provincial capital', issue);
				return [key, wire];
			}
			// A number has lost its leading zero, and with it the area.
			const isCode = typeof value !== 'number' && /^\d+$/.test(plainText(value));
			if (key !== 'defaultAreaCode') return [key, reader.text(value, key, LONGEST)];
			if (!isCode) {
				reader.note('default area code', `is ${quote(value)}; give digits as text, like "010"`);
			}
			return [key, plainText(value)];
		}),
	);
});

const KEY_WORDS: Readonly<Record<string, string>> = {
	defaultAreaCode: 'default area code',
	isMatchCapital: 'match capital',
};

/** `default area code 010, match capital on`; a key that the page does not name as it stands. */
function clidPropertyWords(value: unknown): string {
	return Object.entries(value as Record<string, string>)
		.map(([key, text]) => {
			const isOn = key === 'isMatchCapital' ? (text === '1' ? 'on' : 'off') : text;
			return `${KEY_WORDS[key] ?? key} ${isOn}`;
		})
		.join(', ');
}
