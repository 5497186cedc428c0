import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import { creation, type } from '../../nodes/AlibabaCloudVms/parameters/creation';
import { time } from '../../nodes/AlibabaCloudVms/parameters/encoders/dateTime';
import { word } from '../../nodes/AlibabaCloudVms/parameters/encoders/scalar';
import type { Row } from '../../nodes/AlibabaCloudVms/parameters/parameter';
import { choicesOf, zhOf } from '../../nodes/AlibabaCloudVms/parameters/words';
import { momentTable } from './moments';
import { chineseColumns } from './columns';
import { structures } from './structures';
import { acceptedWords, hiddenBy, isGiven, labelsOf, namesOf, table } from './table';
import { structuresToo, texts } from './texts';

const { identity, rows, sections } = callTask;

const UNITS = { seconds: '单位秒', percent: '百分数，可带 %' } as const;

/** What a text holds, by the refusal of its field. */
function textWords(row: Row): string {
	const words = acceptedWords(row);
	const [, longest] = /at most (\d+) characters/.exec(words) ?? [];
	const example = row.property.placeholder?.replace(/^e\.g\. /, '') ?? '';
	return [
		row.isId ? '纯数字' : row.encode === time ? '时间，HH:mm:ss' : '',
		words.includes('separated by commas') ? '多个用英文逗号分隔' : '',
		longest === undefined ? '' : `文本，最多 ${longest} 个字符`,
		row.encode === word ? '文本，首尾空白会去掉' : '',
		// An example in English words would not help here.
		/[a-z]{2}/i.test(example) ? '' : `例如 ${example}`,
	]
		.filter(Boolean)
		.join('，');
}

/** What a field accepts, from its type and bounds. */
function accepted(row: Row): string {
	const { property, structured, offers, unit } = row;
	if (structured) return '用表单填写，或填 JSON（见文末）';
	if (offers) return `从列表中选择，或填编号：${textWords(row)}`;
	const { minValue, maxValue, numberPrecision = 0 } = property.typeOptions ?? {};
	const range = maxValue === undefined ? `不小于 ${minValue}` : `${minValue} ～ ${maxValue}`;
	switch (property.type) {
		case 'boolean':
			return '开或关（true/false、1/0、是/否）';
		case 'number':
			return [
				range,
				numberPrecision > 0 ? `最多 ${numberPrecision} 位小数` : '整数',
				...(unit ? [UNITS[unit]] : []),
			].join('，');
		case 'options':
			return choicesOf(property)
				.map((choice) => `${String(choice.value)} ${zhOf(choice)}（${choice.name}）`)
				.join('、');
		case 'dateTime':
			return '日期，yyyy-MM-dd';
		default:
			return textWords(row);
	}
}

/** What holds where nothing is given. */
function standard({ vendorDefault, property, unit }: Row): string {
	if (vendorDefault === undefined) return '';
	if (typeof vendorDefault === 'object') return vendorDefault.zh;
	if (typeof vendorDefault === 'boolean') return vendorDefault ? '开' : '关';
	const choice = choicesOf(property).find(({ value }) => value === vendorDefault);
	if (choice) return `${String(vendorDefault)} ${zhOf(choice)}`;
	return `${vendorDefault}${unit ? { seconds: ' 秒', percent: '%' }[unit] : ''}`;
}

function conditionWords(controller: Row, condition: unknown): string {
	if (typeof condition === 'boolean') return condition ? '开' : '关';
	if (typeof condition === 'object' && condition !== null) {
		return isGiven(condition) ? '已填写' : '为空';
	}
	const choice = choicesOf(controller.property).find(({ value }) => value === condition);
	return choice ? `${String(condition)} ${zhOf(choice)}` : '为空';
}

const leftOut = (row: Row): string =>
	hiddenBy(row)
		.map(({ controller, conditions }) => {
			const words = new Set(conditions.map((one) => conditionWords(controller, one)));
			return `${controller.zh}：${[...words].join('、')}`;
		})
		.join('；');

/** What it is for, and what else there is to know. */
const explained = ({ zhNote, condition, predictiveOnly, discouraged, readBack }: Row): string =>
	[
		zhNote ?? '',
		condition?.zh ?? '',
		predictiveOnly ? '仅用于预测外呼任务' : '',
		discouraged ? '官方不建议使用' : '',
		readBack === 'listed' ? '只有任务列表里有，读取时会列出呼叫中心的全部任务' : '',
		readBack === 'never' ? '无法读回' : '',
	]
		.filter(Boolean)
		.map((sentence) => `${sentence}。`)
		.join('');

const HEADS = ['参数', 'API 参数', '编辑器中的字段', '取值', '默认值', '何时不发送', '说明'];

const columns = (row: Row): string[] => [
	namesOf(row).join('、'),
	`\`${row.api}\``,
	labelsOf(row).join('、'),
	accepted(row),
	standard(row),
	leftOut(row),
	explained(row),
];

/** The text of docs/parameters.zh-CN.md, from the catalogue. */
export const chinesePage = (): string =>
	[
		'# 修改呼叫任务的参数',
		'[English](parameters.md)',
		`本页由参数目录生成（\`npm run docs\`），请修改目录，不要直接修改本页。共 ${rows.length} 个参数，对应 CloudUpdateTask（Dyvmsapi 2017-05-25）。`,
		'没有添加的字段，以及表达式结果为 undefined、null 或空的字段，都不会发送（打开选项 Send Empty Values 时，空值会发送）。官方文档没有写明未传的参数如何处理，按同类接口的做法保持原值；文档写明的例外：定时开始（定时完成）开启时，未传的日期按当天，未传的时间按 00:00:00（23:59:59）。“默认值”是官方文档写明的默认取值（任务已有的值应保持不变），没有写明的留空。',
		'日期和时间均为北京时间，各种写法的含义见[日期和时间](#日期和时间)。',
		'自动映射时，列名与下表中的参数名（包括顿号后的别名）、API 参数或编辑器中的字段名相同即可，不区分大小写、全角半角和连接方式：`AutoStart`、`auto_start`、`Auto Start`、`定时开始` 是同一个参数。结构化的值可以在单元格里写 JSON，也可以直接给对象或数组。选项可以写编号、中文或编辑器中的名称：`1`、`间隔呼叫`、`Within Calling Times` 是同一个选项。',
		'## 任务',
		table(HEADS, identity, columns),
		...sections.flatMap(({ property, zh, rows: members }) => [
			`## ${zh}（${property.displayName}）`,
			table(HEADS, members, columns),
		]),
		'## 新任务（Create）',
		'Create，以及 Create or Update 找不到同名任务时，可以填写上面除任务 ID 之外的全部字段和下表中的字段。任务名称和任务类型必填（使用 Copy From Task 时任务类型可留空）；预测外呼任务还要填写座席（指定座席方式为外呼组时填写外呼组号），自动外呼任务还要填写语音导航，模板里有的可以不填。没有填写的不会发送：使用模板中的值，没有模板时使用官方默认值。任务类型和指定座席方式在创建后不能修改。',
		table(HEADS, [type, ...creation.rows], columns),
		'## 日期和时间',
		'开始和结束各有日期和时间两个字段，均为北京时间。不带时区偏移的值就是北京时间，与工作流的时区无关；带偏移的先换算。同时含有日期和时间的值（一个时刻）写在任意一个字段或列里都可以：另一个没有填或为空时一并填上；两个都填了而不一致时，该 item 会被拒绝。日期字段里的零点不算时间，因为日期就是这样存储的。',
		'在自身时区里正好是零点的值，就是那个时区的日期，所以来自东京或悉尼的日期不会少一天；`{{ $today }}` 是工作流所在时区的今天。Date 不带时区：在北京、UTC 或工作流的时区里是零点时，按日期处理，否则按时刻处理。UTC 文本如果是工作流时区的零点，也按日期处理；但如果它在北京属于另一天，就无法判断指哪一天，会被拒绝；如果是同一天而没有另填时间，会给出警告，说明没有使用的时间。时间字段里只有日期的值会被拒绝，否则任务会在零点开始呼叫。',
		momentTable(
			'zh',
			['值', '示例', '自带的时区', '工作流的时区', '填在日期字段', '填在时间字段'],
			{ any: '任意', refused: '拒绝' },
		),
		'表中的工作流时区各代表一类：东京、悉尼在北京以东，纽约在北京以西。UTC 文本可以以 `Z` 或 `+00:00` 结尾。关闭 *Check Values Before Sending* 后，这里会被拒绝的文本和数字会原样发送。早于一年前的日期会被拒绝，最近一年内已过去的日期会给出警告。',
		...texts.chinese,
		...chineseColumns(),
		'## 结构化的值',
		'每个都可以用表单逐项填写，也可以在旁边的 JSON 字段里填文本，或用表达式给出对象；两者只填一个。键里的 `[]` 表示列表中的每个元素。',
		...structures('zh'),
		'### 其他写法',
		...structuresToo.chinese,
	].join('\n\n') + '\n';
