import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { packageFolder } from '../../engine/environment';
import { valueIn } from '../../nodes/AlibabaCloudVms/input/locator';
import { operations } from '../../nodes/AlibabaCloudVms/operations';

const read = (file: string) => readFileSync(path.join(packageFolder, 'docs', file), 'utf8');

interface Words {
	all: string;
	comma: string;
	on: string;
	off: string;
	empty: string;
	notSent: string;
}

const pages: Array<[string, Words]> = [
	[
		'options.md',
		{ all: 'all', comma: ', ', on: 'on', off: 'off', empty: 'empty', notSent: 'not sent' },
	],
	[
		'options.zh-CN.md',
		{ all: '全部', comma: '、', on: '开', off: '关', empty: '空', notSent: '不发送' },
	],
];

/** The default as the editor shows it. */
function shown({ type, default: stored, options = [] }: INodeProperties, words: Words): string {
	const value = valueIn(stored);
	if (type === 'boolean') return value === true ? words.on : words.off;
	const choice = options.find((one) => 'value' in one && one.value === value);
	return choice?.name ?? (value === '' ? words.empty : String(value));
}

const labelOf = ({ displayName }: INodeProperties) => displayName;

/** Label, operation and default of each option, as the editor has them. */
const expected = (words: Words) =>
	operations.flatMap(({ option, options }) =>
		Object.values(options).map((one) =>
			[
				labelOf(one.property),
				option.name,
				one.mayBeAbsent && one.property.type === 'number'
					? words.notSent
					: shown(one.property, words),
			].join(' | '),
		),
	);

const rowsOf = (page: string) =>
	[...read(page).matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\| ([^|]+?) +\| (.+?) +\|$/gm)]
		.map(([, ...cells]) => cells)
		.filter(([label]) => !/^(?:Option|选项|-+)$/.test(label ?? ''));

describe.each(pages)('docs/%s', (page, words) => {
	test('has each option with the operations that offer it and its default', () => {
		const names = operations.map(({ option }) => option.name);
		const told = rowsOf(page).flatMap(([label, of = '', value]) =>
			(of === words.all ? names : of.split(words.comma)).map((name) =>
				[label, name, value].join(' | '),
			),
		);
		expect(told.sort()).toEqual(expected(words).sort());
	});

	test('names each choice as the editor has it', () => {
		const choices = operations.flatMap(({ options }) =>
			Object.values(options).flatMap(({ property }) =>
				(property.options ?? []).map(({ name }) => `${property.displayName}: ${name}`),
			),
		);
		const text = (label: string) =>
			rowsOf(page)
				.filter(([row]) => row === label)
				.map((cells) => cells.slice(2).join(' '))
				.join(' ');
		expect(
			choices.filter((choice) => {
				const [label = '', name = ''] = choice.split(': ');
				return !text(label).includes(name);
			}),
		).toEqual([]);
	});
});

test.each(pages)('docs/%s says which options the first item decides for all', (page, words) => {
	const wide = operations.flatMap(({ options }) =>
		Object.values(options)
			.filter(({ isWide }) => isWide)
			.map(({ property }) => labelOf(property)),
	);
	const first = read(page)
		.split('\n')
		.find((line) => line.includes('_Check All Items First_'));
	const named = [...(first ?? '').matchAll(/_(.+?)_/g)].map(([, label]) => label);
	const sending = rowsOf(page).flatMap(([label, of]) => (of === words.all ? [label] : []));
	expect([...new Set(wide)].sort()).toEqual([...sending, ...named].sort());
});
