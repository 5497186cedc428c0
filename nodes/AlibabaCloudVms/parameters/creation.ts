import { choice, flag, word } from './encoders/scalar';
import { details } from './details';
import type { Row, Rule, Section } from './parameter';
import { TEMPLATE } from './rules';
import { byFlag, byNumber, byText } from './same';
import { choices, NOTHING } from './words';

/** What a new task is called: every task has a name. */
export const name = details.rows.filter(({ api }) => api === 'Name');

/** The details without the name, which a new task can't do without: it stands among the first fields. */
export const otherDetails: Section = {
	...details,
	property: { ...details.property, description: 'Description and your own fields' },
	rows: details.rows.filter((row) => !name.includes(row)),
};

/** What kind of task: it can't be changed later. */
export const type: Row = {
	api: 'Type',
	zh: '任务类型',
	zhNote: '创建后不能修改',
	says: 'of what type the task is',
	encode: choice,
	same: byNumber,
	property: {
		displayName: 'Task Type',
		name: 'type',
		type: 'options',
		// Required by n8n, it would keep a workflow from running whose tasks are copied, or are there already.
		default: NOTHING,
		description:
			"How the task calls; it cannot be changed once the task is there. A new task needs it, unless 'Copy From Task' under Options gives it.",
		options: choices([
			{
				name: 'Predictive',
				value: 1,
				zh: '预测外呼',
				also: ['预测', '预测外呼任务'],
				description: 'Calls ahead, and connects who answers with a free agent',
			},
			{
				name: 'Automatic',
				value: 2,
				zh: '自动外呼',
				also: ['自动', '自动外呼任务'],
				description: 'Connects who answers with an IVR, a voice menu',
			},
		]),
	},
	whenMapped: {
		placeholder: '',
		hint: 'Empty: taken from a column Task Type, Type or 任务类型',
		description:
			'The type of all new tasks, where no column says it. It cannot be changed once a task is there.',
	},
};

const PREDICTIVE = 1;
const AUTOMATIC = 2;
const GROUP = 2;

const isMissing = (labels: string, why: string): string[] => [
	`${labels} is missing; ${why}, unless a template has it`,
];

/** What a new task needs by its type; a template may have it. */
const needsByType: Rule = (fields) => {
	if (fields.has(TEMPLATE)) return [];
	const [kind, group] = [fields.value('type'), fields.value('callGroupType')];
	const label = (one: string) => `'${fields.label(one)}'`;
	if (kind === PREDICTIVE && group === GROUP && !fields.has('agentGroup')) {
		const words = fields.words('callGroupType');
		return isMissing(
			label('agentGroup'),
			`it is needed while ${label('callGroupType')} is ${words}`,
		);
	}
	if (kind === PREDICTIVE && group !== GROUP && !fields.has('cnos')) {
		return isMissing(label('cnos'), 'a new predictive task needs its agents');
	}
	if (kind === AUTOMATIC && !fields.has('ivrId') && !fields.has('ivrName')) {
		return isMissing(
			`${label('ivrId')} or ${label('ivrName')}`,
			'a new automatic task needs its IVR',
		);
	}
	return [];
};

/** What only a new task takes. */
export const creation: Section = {
	zh: '新任务',
	property: {
		displayName: 'New Task',
		name: 'newTask',
		type: 'collection',
		placeholder: 'Add Field of a New Task',
		default: {},
		description: 'What can only be said when a task is created',
	},
	rows: [
		{
			api: 'CallGroupType',
			zh: '指定座席方式',
			zhNote: '创建后不能修改',
			vendorDefault: 1,
			encode: choice,
			same: byNumber,
			readBack: 'listed',
			property: {
				displayName: 'Agents From',
				name: 'callGroupType',
				type: 'options',
				default: 1,
				description: 'Whether agents or outbound groups are named. It cannot be changed later.',
				options: choices([
					{ name: 'Agent List', value: 1, zh: '座席工号列表', also: ['座席列表', '座席工号'] },
					{ name: 'Outbound Group', value: 2, zh: '外呼组' },
				]),
			},
		},
		{
			api: 'TemplateName',
			zh: '任务模板名称',
			zhNote: '未填写的参数取模板中的值，填写的参数优先',
			aliases: ['模板名称', '任务模板'],
			readBack: 'never',
			encode: word,
			same: byText,
			property: {
				displayName: 'Template Name',
				name: TEMPLATE,
				type: 'string',
				default: '',
				placeholder: 'e.g. Renewals',
				description:
					"A task template of the call center: what is not given, or empty, takes the template's value; what is given goes before it",
			},
		},
		{
			api: 'AutoDelete',
			zh: '自动删除',
			zhNote: '任务数超出上限时，自动删除最早创建的已完成任务。不是任务属性，只在本次创建时生效',
			readBack: 'never',
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Auto Delete',
				name: 'autoDelete',
				type: 'boolean',
				default: false,
				description:
					'Whether the oldest ended task is deleted, with its numbers, where the call center has as many tasks as it may. It counts for this creation only.',
			},
		},
	],
	rules: [needsByType],
};
