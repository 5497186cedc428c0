import { isRecord } from '../guards';
import { allOf, anyOf } from '../text';
import { choice, flag, id, number, text, word } from './encoders/scalar';
import { shownTel, tel as oneTel, tels } from './encoders/tel';
import type { Row, Section } from './parameter';
import { byEntries, byFlag, byId, byNumber, byText, byWord } from './same';
import { structured } from './structured/json';
import { choices } from './words';

/** The vendor's limit on the backup numbers of one. */
const MOST_BACKUPS = 8;

/** Whom to call. */
export const tel: Row = {
	api: 'Tel',
	zh: '电话号码',
	aliases: [
		...['号码', '电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '移动电话', '座机'],
		...['客户电话', '客户手机', '客户手机号', '客户号码', '被叫', '被叫号码', '外呼号码'],
		...['Phone', 'Phone Number', 'Phone No', 'Mobile', 'Mobile Number', 'Mobile Phone'],
		...['Cell', 'Cell Phone', 'Cellphone', 'Telephone', 'Telephone Number', 'Customer Number'],
		...['Contact Number', 'Callee', 'Callee Number'],
	],
	almost: ['Number', 'Contact', '联系人', 'WhatsApp'],
	shows: 'customers',
	says: 'whom to call',
	encode: oneTel,
	same: byWord,
	property: {
		displayName: 'Phone Number',
		name: 'tel',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 13800000000 or 010-12345678',
		description:
			'Whom to call: a mobile number, or a landline with its area code. Blanks, hyphens and +86 are taken away.',
	},
	whenMapped: {
		placeholder: 'e.g. Mobile',
		hint: 'Empty: found by its name, such as phone, Mobile or 手机号',
		description: 'The column that holds the number to call: its name, or drag it here',
	},
};

/** Whom to call where the number itself is not reached. */
export const backupTels: Row = {
	api: 'BackupTels',
	zh: '备选号码',
	aliases: ['备用号码', '备用电话', '其他号码', 'Backup Tel', 'Backup Numbers', 'Backup Number'],
	encode: tels(MOST_BACKUPS),
	same: byEntries,
	property: {
		displayName: 'Backup Phone Numbers',
		name: 'backupTels',
		type: 'string',
		default: '',
		placeholder: 'e.g. 13800000001,010-12345678',
		description: `Called where the number itself is not reached. At most ${MOST_BACKUPS}, separated by commas, or as an array.`,
	},
};

/** What an entry of TaskTelList may have beside its number. */
export const numberFields: Section = {
	zh: '号码',
	property: {
		displayName: 'Number Fields',
		name: 'number',
		type: 'collection',
		placeholder: 'Add Number Field',
		default: {},
		description: 'What belongs to this one number',
	},
	rows: [
		backupTels,
		{
			api: 'Clid',
			zh: '外显号码',
			encode: shownTel,
			same: byWord,
			property: {
				displayName: 'Caller ID',
				name: 'clid',
				type: 'string',
				default: '',
				placeholder: 'e.g. 01012345678',
				description:
					'The number that this person sees. It does not count beside a caller ID group.',
			},
		},
		{
			api: 'ClidGroup',
			zh: '外显号码组',
			aliases: ['Caller ID Group'],
			encode: word,
			same: byWord,
			property: {
				displayName: 'Caller ID Group',
				name: 'clidGroup',
				type: 'string',
				default: '',
				description:
					'Where the number shown comes from. The account needs routing by mark (按标识路由) for it.',
			},
		},
		{
			api: 'Priority',
			zh: '优先级',
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Priority',
				name: 'priority',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 999_999, numberPrecision: 0 },
				default: 0,
				description: 'Numbers with a higher one are called earlier',
			},
		},
		{
			api: 'Property',
			zh: '属性',
			aliases: ['号码属性', 'Properties'],
			encode: structured((structure, reader) => {
				if (!isRecord(structure)) reader.note('', 'is a list; give an object of names and values');
				return structure;
			}),
			same: byText,
			property: {
				displayName: 'Properties',
				name: 'property',
				type: 'json',
				default: '',
				placeholder: 'e.g. {"name":"王芳"}',
				description: 'What else is known of this number, as a JSON object of names and values',
			},
		},
	],
	rules: [],
};

/** What a batch is called. */
export const batchName: Row = {
	api: 'Name',
	zh: '批次名称',
	encode: text(),
	same: byText,
	property: {
		displayName: 'Batch Name',
		name: 'batchName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Spring 2026',
		description:
			"What the batch of numbers is called. A mark is put behind it, so that it is known which batch came of this import; see 'Exact Batch Name' under Options.",
	},
};

/** What holds for a whole batch of numbers. */
export const batch: Section = {
	zh: '批次',
	property: {
		displayName: 'Batch Fields',
		name: 'batch',
		type: 'collection',
		placeholder: 'Add Batch Field',
		default: {},
		description: 'What holds for the whole batch',
	},
	rows: [
		{
			api: 'IsRepeat',
			zh: '是否排重',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Duplicates',
				name: 'isRepeat',
				type: 'options',
				default: 1,
				description:
					'Where the service looks for numbers that are there already and leaves them out. Without this field it is the whole task. A task that changes between the whole task and the batch begins anew with the change.',
				options: choices([
					{ name: 'Leave Out Those of the Task', value: 1, zh: '任务内排重' },
					{ name: 'Leave Out Those of This Import', value: 2, zh: '导入号码排重' },
					{ name: 'Leave Out Those of the Batch', value: 3, zh: '批次内排重' },
					{
						name: 'Keep',
						value: 0,
						zh: '不排重',
						description: 'A number that stands there twice is called twice',
					},
				]),
			},
		},
		{
			api: 'ImportTelAutoStart',
			zh: '是否自动启动任务',
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Start the Task',
				name: 'importTelAutoStart',
				type: 'boolean',
				default: false,
				description: 'Whether the import starts the task: people are called at once',
			},
		},
		{
			api: 'Priority',
			zh: '批次优先级',
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Priority of the Batch',
				name: 'priority',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 999_999, numberPrecision: 0 },
				default: 0,
				description: 'Batches with a higher one are called earlier',
			},
		},
		{
			api: 'FileId',
			zh: '批次ID',
			isId: true,
			encode: id,
			same: byId,
			property: {
				displayName: 'Add to Batch ID',
				name: 'fileId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 880001',
				description: 'A batch of the task that the numbers are added to, in place of a new one',
			},
		},
		{
			api: 'BridgeVoicePath',
			zh: '开场白语音',
			encode: word,
			same: byWord,
			property: {
				displayName: 'Opening Voice',
				name: 'bridgeVoicePath',
				type: 'string',
				default: '',
				description:
					'A voice of the library, by its variable (语音变量值), that both sides hear when an agent answers',
			},
		},
		{
			api: 'BridgeVoiceType',
			zh: '开场白语音类型',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Opening Voice Type',
				name: 'bridgeVoiceType',
				type: 'options',
				default: 3,
				description: 'Which library the opening voice is of; it counts together with the voice',
				options: choices([
					{ name: 'Public Library', value: 1, zh: '公共语音库' },
					{
						name: 'Library of the Enterprise, Same for All',
						value: 2,
						zh: '企业语音库，静态话术',
						also: ['静态话术'],
					},
					{
						name: 'Library of the Enterprise, by Agent',
						value: 3,
						zh: '企业语音库，动态话术（座席号）',
						also: ['企业语音库，动态话术', '动态话术'],
					},
				]),
			},
		},
	],
	rules: [
		(fields) =>
			fields.has('bridgeVoiceType') && !fields.has('bridgeVoicePath')
				? [
						`'${fields.label('bridgeVoicePath')}' is missing; '${fields.label('bridgeVoiceType')}' counts only together with it`,
					]
				: [],
	],
};

/** The vendor's limit on the numbers of one deletion. */
export const MOST_DELETED = 100_000;

const CHOICES = ['tels', 'fileId', 'fileName', 'status'];

/** Which numbers of a task are meant. */
export const chosenNumbers: Section = {
	zh: '要删除的号码',
	property: {
		displayName: 'Which Numbers',
		name: 'which',
		type: 'collection',
		placeholder: 'Choose Numbers',
		default: {},
		description: 'Which numbers are deleted: choose one way. Without a choice nothing is deleted.',
	},
	rows: [
		{
			api: 'Tels',
			zh: '电话号码',
			encode: tels(MOST_DELETED, true),
			same: byEntries,
			property: {
				displayName: 'Phone Numbers',
				name: 'tels',
				type: 'string',
				default: '',
				placeholder: 'e.g. 13800000000,010-12345678',
				description:
					'These numbers, separated by commas, or as an array; encrypted ones too, as they stand. Items of one task are sent together.',
			},
		},
		{
			api: 'FileId',
			zh: '批次ID',
			isId: true,
			encode: id,
			same: byId,
			property: {
				displayName: 'Batch ID',
				name: 'fileId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 880001',
				description: 'All numbers of this batch, which an import gives as FileId',
			},
		},
		{
			api: 'FileName',
			zh: '批次名称',
			encode: text(),
			same: byText,
			property: {
				displayName: 'Batch Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Spring 2026 3f9a1c2e',
				description: 'All numbers of the batch of this name that was added last',
			},
		},
		{
			api: 'Status',
			zh: '号码状态',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Status',
				name: 'status',
				type: 'options',
				default: 0,
				description: 'All numbers of the task that have this status',
				options: choices([
					{ name: 'Not Called Yet', value: 0, zh: '未呼叫' },
					{ name: 'Called', value: 1, zh: '已呼叫' },
				]),
			},
		},
	],
	rules: [
		(fields) => {
			const given = CHOICES.filter((name) => fields.has(name)).map(
				(name) => `'${fields.label(name)}'`,
			);
			if (given.length === 1) return [];
			const ways = CHOICES.map((name) => `'${fields.label(name)}'`);
			return given.length === 0
				? [
						`No numbers are chosen, so nothing is deleted; give ${anyOf(ways)} under 'Which Numbers'`,
					]
				: [
						`${allOf(given)} are given; what they mean together is not documented, so give one of them`,
					];
		},
	],
};
