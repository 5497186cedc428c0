import type { INodeProperties } from 'n8n-workflow';
import { flag, plainText } from '../encoders/scalar';
import { quote } from '../words';
import { groupOf, structured } from './json';

const MATCH_CAPITAL: INodeProperties = {
	displayName: 'Match Capital',
	name: 'isMatchCapital',
	type: 'boolean',
	default: false,
	description: "Whether a number of the province's capital is used where none of the area fits",
};

export const clidPropertyProperty: INodeProperties = {
	displayName: 'Area Code Rule',
	name: 'clidProperty',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Set Area Code Rule',
	description:
		'How a caller ID is picked by the area code of the number called. The vendor advises against it.',
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
					default: '',
					placeholder: 'e.g. 010',
					description: 'Area code whose number is used where none fits',
				},
				MATCH_CAPITAL,
			],
		},
	],
};

export function clidPropertyFromBuilder(builder: unknown): unknown {
	const [{ defaultAreaCode, isMatchCapital } = {}] = groupOf(builder, 'rule');
	return { defaultAreaCode, isMatchCapital: isMatchCapital ?? false };
}

export const clidProperty = structured((structure, reader) => {
	const rule = reader.object(structure, '', ['defaultAreaCode', 'isMatchCapital']) ?? {};
	const defaultAreaCode = plainText(rule.defaultAreaCode);
	// A number has lost its leading zero, and with it the area.
	if (typeof rule.defaultAreaCode === 'number' || !/^\d+$/.test(defaultAreaCode)) {
		reader.note(
			'default area code',
			`is ${quote(rule.defaultAreaCode)}; give digits as text, like "010"`,
		);
	}
	const capital = flag(rule.isMatchCapital, MATCH_CAPITAL);
	if (capital.issue) reader.note('match capital', capital.issue);
	return { defaultAreaCode, isMatchCapital: capital.wire };
});
