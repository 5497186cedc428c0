import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import type { Key, Row } from '../../nodes/AlibabaCloudVms/parameters/parameter';
import { CALL_RESULTS } from '../../nodes/AlibabaCloudVms/parameters/structured/callResults';
import { choiceWords } from '../../nodes/AlibabaCloudVms/parameters/words';
import { table } from './table';

type Language = 'en' | 'zh';

const SAID = {
	en: {
		title: ({ api, zh, property }: Row) => `### ${property.displayName} (\`${api}\`, ${zh})`,
		heads: ['Key', 'What it holds', 'Values'],
		first: "The vendor's example:",
		second: 'Another one:',
		seeTable: 'see the table below',
		results: 'Results of calls, for `condition.sipCause`:',
		resultHeads: ['Code', 'Result', 'The vendor calls it'],
		more: "Other codes of three digits are taken too: the vendor's own example has 800, which its table does not explain.",
	},
	zh: {
		title: ({ api, zh, property }: Row) => `### ${zh}（\`${api}\`，${property.displayName}）`,
		heads: ['键', '含义', '取值'],
		first: '官方示例：',
		second: '另一个例子：',
		seeTable: '见下表',
		results: '呼叫结果的编码（`condition.sipCause`）：',
		resultHeads: ['编码', '呼叫结果', '编辑器中的选项'],
		more: '其他三位数的编码也可以填：官方示例中有 800，但编码表没有说明它的含义。',
	},
} as const;

const isTabled = ({ choices }: Key): boolean => choices === CALL_RESULTS;

function valuesOf(key: Key, language: Language): string {
	if (isTabled(key)) return SAID[language].seeTable;
	const { choices = [] } = key;
	if (language === 'en') return choices.map(choiceWords).join(', ');
	return choices.map(({ name, value, zh }) => `${String(value)} ${zh}（${name}）`).join('、');
}

/** The digits of a code, behind the words of its label. */
const withoutCode = (label: string): string => label.replace(/ \(\d+\)$/, '');

const resultTable = (language: Language): string =>
	table(
		SAID[language].resultHeads,
		[...CALL_RESULTS].sort((one, other) => Number(one.value) - Number(other.value)),
		({ value, name, zh }) => [
			String(value),
			...(language === 'en' ? [withoutCode(name), zh] : [zh, withoutCode(name)]),
		],
	);

const example = (text: string): string => ['```json', text, '```'].join('\n');

/** What each structured value looks like: its keys, two examples, and the table of result codes. */
export const structures = (language: Language): string[] =>
	callTask.rows.flatMap((row) => {
		const { structured } = row;
		if (!structured) return [];
		const said = SAID[language];
		return [
			said.title(row),
			table(said.heads, structured.keys, (key) => [
				`\`${key.key}\``,
				key[language],
				valuesOf(key, language),
			]),
			said.first,
			example(structured.example),
			said.second,
			example(structured.advanced),
			...(structured.keys.some(isTabled) ? [said.results, resultTable(language), said.more] : []),
		];
	});
