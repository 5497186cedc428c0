import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import {
	ADDED_BY_N8N,
	namesIn,
	OF_CUSTOMERS,
	OF_OTHER_ANSWERS,
	OF_TASKS,
	OF_TASKS_IN_CHINESE,
	OF_THIS_NODE,
} from '../../nodes/AlibabaCloudVms/parameters/otherColumns';
import type { Row } from '../../nodes/AlibabaCloudVms/parameters/parameter';
import { table } from './table';

const { rows } = callTask;

const code = (names: readonly string[], separator = ', '): string =>
	names.map((name) => `\`${name}\``).join(separator);

const doubtful = rows.filter((row) => row.doubtful);
const almost = rows.filter((row) => row.almost);

/** The names that are taken for a row where no better column is there; the vague ones say not what they are about. */
const vague = rows.flatMap((row) => row.loose?.vague ?? []);
const loose = [...rows.flatMap((row) => row.loose?.names ?? []), ...vague];

const added = (separator: string): string =>
	Object.entries(ADDED_BY_N8N)
		.map(([by, text]) => `- ${by}: ${code(namesIn(text), separator)}`)
		.join('\n');

const SHEETS = {
	export: {
		english: 'columns of an answer or an export, like `任务状态`, `Status` or `CreateTime`',
		chinese: '返回字段或导出的列，如 `任务状态`、`Status`、`CreateTime`',
	},
	customers: {
		english: 'columns about customers, like `手机号`, `Phone` or `Email`',
		chinese: '客户资料的列，如 `手机号`、`Phone`、`Email`',
	},
} as const;

const doubts = (language: 'english' | 'chinese') => (row: Row) => {
	const separator = language === 'english' ? ', ' : '、';
	return [
		code(row.doubtful?.names ?? [], separator),
		language === 'english' ? row.property.displayName : row.zh,
		row.doubtful ? SHEETS[row.doubtful.beside][language] : '',
	];
};

/** Which names of columns mean what, and why. */
export const englishColumns = (): string[] => [
	'## Names of columns',
	'Case, width, blanks and signs are no part of a name, nor are units, formats, 必填, required and the like in brackets: `客户超时（秒）`, `*任务ID（必填）`, `Start Date (yyyy-MM-dd)`. What says something else in brackets is part of it: `开始时间（实际）` means no parameter. Where a parameter counts seconds and the name says minutes, hours or milliseconds, a filled cell is refused; so is one without an offset below a name in a time zone other than that of China, such as `开始时间(UTC)`. A column that a reader has doubled (`客户超时_1`, `Name (1)`) is the same column again wherever some item has the first one.',
	'Two columns of one parameter that mean the same are one: `1` and `是`, `8:00` and `08:00:00`, `133224` and `"133224"`. A task is the same by the IDs `1`, `01` and `1.0`, and so is a call center.',
	'Names that mean something else in other sheets are taken, with a warning where such a sheet is at hand:',
	table(['Names', 'Taken for', 'With a warning beside'], doubtful, doubts('english')),
	`\`企业ID\` and \`企业编号\` are in many lists the number of a customer's company: where the credential has another enterprise, the row is refused. ${almost.map((row) => `${code(row.almost ?? [])} ${row.almost?.length === 1 ? 'is' : 'are'} not taken for **${row.property.displayName}**, but proposed`).join('; ')}. All other names were held against the fields of the service's answers and the words of an ordinary list of customers, and mean one thing.`,
	`Which task: where no item has a column of a better name, it stands under ${code(loose)}. Two of these that hold different IDs are refused, and so is a row whose better column is empty. ${code(vague)} is not taken where it counts the rows, where it holds anything but digits, beside what a program keeps of its rows (such as \`createdTime\`, \`created_at\`), and in a list of customers. The field **Task ID** settles it: the name of a column, or an expression, for example by dragging; digits there are the ID of one task for all items, and a column of a better name that says another one is refused. **Enterprise ID** takes the same.`,
	`Fields that the service answers with and no update takes are left out without a word: of a task ${code(OF_TASKS)}, in Chinese ${code(OF_TASKS_IN_CHINESE)}, and the ${OF_OTHER_ANSWERS.length} of call records, agents, queues and time conditions. Two of them are called like a label: \`StartTime\` in one word is when a task really began, and **Start Time** (\`start_time\` too) the field; \`WrapupTime\` is that of a queue, and **Wrap-Up Time** the field. So are what this node adds (${code(OF_THIS_NODE)}) and what n8n and its nodes add:`,
	added(', '),
	`A column with a value that is left out although its name is near to a parameter comes back in the \`warnings\` of its item or in its error. Lists of customers are recognised by ${code(OF_CUSTOMERS)}.`,
];

/** The same in Chinese. */
export const chineseColumns = (): string[] => [
	'## 列名',
	'大小写、全角半角、空格和符号都不算列名，括号里的单位、格式、必填等说明也不算：`客户超时（秒）`、`*任务ID（必填）`、`Start Date (yyyy-MM-dd)`。括号里是别的意思时算列名的一部分：`开始时间（实际）` 不对应任何参数。参数以秒计而列名写着分钟、小时或毫秒时，填了值的行会被拒绝；列名写着北京以外的时区（如 `开始时间(UTC)`）而值不带偏移时也会被拒绝。读取文件时被重复的列（`客户超时_1`、`Name (1)`），只要有 item 含有原来那一列，就视为同一列。',
	'对应同一个参数的两列，意思相同就不算矛盾：`1` 和 `是`、`8:00` 和 `08:00:00`、`133224` 和 `"133224"`。任务 ID 写成 `1`、`01`、`1.0` 是同一个任务，呼叫中心 ID 也一样。',
	'下列名称在别的表里另有含义：照样映射，但旁边有这种表的列时会给出警告。',
	table(['名称', '映射到', '旁边有这些列时警告'], doubtful, doubts('chinese')),
	`\`企业ID\` 和 \`企业编号\` 在很多客户表里是客户公司的编号：与凭证里的呼叫中心不同时，这一行会被拒绝。${almost.map((row) => `${code(row.almost ?? [], '、')} 不会当作 ${row.zh}，但会提示`).join('；')}。其余名称都与服务的返回字段和普通客户表的用词核对过，只有一种含义。`,
	`哪个任务：所有 item 都没有更明确的列时，取 ${code(loose, '、')}。其中两列的 ID 不同时，这一行会被拒绝；更明确的列为空的行也一样。${code(vague, '、')} 在这些情况下不算任务：从 1 开始逐行编号、内容不全是数字、旁边有程序给行记的列（如 \`createdTime\`、\`created_at\`），或者是客户表。可以在 **Task ID** 中指定：填列名，或用表达式（例如把列拖进去）；填数字则所有 item 都是这一个任务，此时与它不同的任务列会被拒绝。**Enterprise ID** 同理。`,
	`服务返回而不能修改的字段直接不用，不作提示：任务的 ${code(OF_TASKS, '、')}，中文名 ${code(OF_TASKS_IN_CHINESE, '、')}，以及通话记录、座席、队列、时间条件等的 ${OF_OTHER_ANSWERS.length} 个字段。其中两个与编辑器里的字段同名：连写的 \`StartTime\` 是任务实际开始的时间，**Start Time**（以及 \`start_time\`）才是定时开始时间；\`WrapupTime\` 是队列的，**Wrap-Up Time** 才是座席整理时间。本节点自己加的列（${code(OF_THIS_NODE, '、')}）和 n8n 及各节点加的列也一样：`,
	added('、'),
	`填了值、没有使用、而列名接近某个参数的列，会写在该 item 的 \`warnings\` 或错误里。客户表由这些列识别：${code(OF_CUSTOMERS, '、')}。`,
];
