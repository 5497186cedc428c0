import { identity, rows, sections } from '../../nodes/AlibabaCloudVms/parameters';
import type { Row } from '../../nodes/AlibabaCloudVms/parameters/parameter';
import { choicesOf } from '../../nodes/AlibabaCloudVms/parameters/words';
import { hiddenBy, isGiven, namesOf, structures, table } from './table';

/** What a field accepts, from its type and bounds. */
function accepted({ property, structured }: Row): string {
	if (structured) return '用表单填写，或填 JSON（示例见文末）';
	const { minValue, maxValue, numberPrecision = 0 } = property.typeOptions ?? {};
	const range = maxValue === undefined ? `不小于 ${minValue}` : `${minValue} ～ ${maxValue}`;
	switch (property.type) {
		case 'boolean':
			return '开或关';
		case 'number':
			return numberPrecision > 0 ? `${range}，最多 ${numberPrecision} 位小数` : `${range}，整数`;
		case 'options':
			return choicesOf(property)
				.map(({ name, value }) => `${String(value)}（${name}）`)
				.join('、');
		case 'dateTime':
			return '日期，yyyy-MM-dd';
		default: {
			const example = property.placeholder?.replace(/^e\.g\. /, '') ?? '';
			// An example in English words would not help here.
			return /[a-z]{2}/i.test(example) ? '文本' : `文本，例如 ${example}`;
		}
	}
}

function conditionWords(controller: Row, condition: unknown): string {
	if (typeof condition === 'boolean') return condition ? '开' : '关';
	if (typeof condition === 'object' && condition !== null) {
		return isGiven(condition) ? '已填写' : '为空';
	}
	const choice = choicesOf(controller.property).find(({ value }) => value === condition);
	return choice ? `${String(condition)}（${choice.name}）` : '为空';
}

const leftOut = (row: Row): string =>
	hiddenBy(row)
		.map(({ controller, conditions }) => {
			const words = new Set(conditions.map((one) => conditionWords(controller, one)));
			return `${controller.zh}：${[...words].join('、')}`;
		})
		.join('；');

/** What else there is to know. */
function remarks({ property, predictiveOnly, discouraged, readBack }: Row): string {
	const against = choicesOf(property)
		.filter(({ value }) => Array.isArray(discouraged) && discouraged.includes(value))
		.map(({ value }) => String(value));
	return [
		predictiveOnly ? '仅用于预测式外呼任务' : '',
		discouraged === true ? '官方不建议使用' : '',
		against.length > 0 ? `官方不建议使用 ${against.join('、')}` : '',
		readBack === 'listed' ? '只有任务列表里有，读取时会列出呼叫中心的全部任务' : '',
		readBack === 'never' ? '无法读回' : '',
	]
		.filter(Boolean)
		.join('；');
}

const HEADS = ['参数', 'API 参数', '编辑器中的字段', '取值', '何时不发送', '备注'];

const columns = (row: Row): string[] => [
	namesOf(row).join('、'),
	`\`${row.api}\``,
	row.property.displayName,
	accepted(row),
	leftOut(row),
	remarks(row),
];

/** The text of docs/parameters.zh-CN.md, from the catalogue. */
export const chinesePage = (): string =>
	[
		'# 修改呼叫任务的参数',
		'[English](parameters.md)',
		`本页由参数目录生成（\`npm run docs\`），请修改目录，不要直接修改本页。共 ${rows.length} 个参数，对应 CloudUpdateTask（Dyvmsapi 2017-05-25）。`,
		'没有添加的字段，以及表达式结果为 undefined、null 或空的字段，在任务中保持不变。日期和时间均为北京时间；带时区的值会先换算。',
		'自动映射时，列名与下表中的参数名（包括顿号后的别名）、API 参数或编辑器中的字段名相同即可，不区分大小写、全角半角和连接方式：`AutoStart`、`auto_start`、`Auto Start`、`定时开始` 是同一个参数。结构化的值可以在单元格里写 JSON，也可以直接给对象或数组。',
		'## 任务',
		table(HEADS, identity, columns),
		...sections.flatMap(({ property, zh, rows: members }) => [
			`## ${zh}（${property.displayName}）`,
			table(HEADS, members, columns),
		]),
		'## 结构化的值',
		'每个都可以用表单逐项填写，也可以在旁边的 JSON 字段里填文本，或用表达式给出对象；两者只填一个。官方示例：',
		structures(({ api, zh }) => `\`${api}\` ${zh}`),
	].join('\n\n') + '\n';
