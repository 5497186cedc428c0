import { wordAt } from '../text';
import type { Never, Unknown } from '../calling/schedule';

export type Language = 'en' | 'zh';

/** What became of an item, for the order of the rows and their colour. */
export type Tone = 'refused' | 'unclear' | 'warned' | 'changed' | 'left';

/** All words of a report in one language. `{}` is where a number or a name goes. */
export interface Texts {
	lang: string;
	titles: Readonly<Record<string, string>>;
	/** In place of a title that is not known: the operation's own name. */
	title: string;
	workflow: string;
	madeAt: string;
	rows: string;
	withWarnings: string;
	task: string;
	what: string;
	calls: string;
	noName: string;
	/** An item by the number that n8n gives it. */
	rowWord: string;
	rowsWord: string;
	actions: Readonly<Record<string, string>>;
	failed: string;
	unclear: string;
	/** The states of a task by the API's numbers, and its kinds. */
	states: readonly string[];
	kinds: readonly string[];
	enterprise: string;
	moreChanges: string;
	moreReasons: string;
	moreRows: string;
	shortRows: string;
	empty: string;
	on: string;
	off: string;
	now: string;
	before: string;
	after: string;
	wanted: string;
	unchangedCalls: string;
	stripLabel: string;
	legend: { both: string; now: string; before: string; after: string; outside: string };
	allowed: string;
	holiday: string;
	unknownYear: string;
	chinaTime: string;
	foot: string;
	weekdays: readonly string[];
	months: readonly string[];
	/** A list of things, and what stands between two of them. */
	comma: string;
	colon: string;
}

const EN: Texts = {
	lang: 'en',
	titles: {
		preview: 'Preview of changes to call tasks',
		update: 'Changes to call tasks',
		create: 'New call tasks',
		createOrUpdate: 'New and changed call tasks',
		start: 'Call tasks that were to start',
		pause: 'Call tasks that were to pause',
		end: 'Call tasks that were to end',
		delete: 'Call tasks that were to be deleted',
		importNumbers: 'Numbers that were to be imported',
		deleteNumbers: 'Numbers that were to be deleted',
	},
	title: 'Call tasks: {}',
	workflow: 'Workflow {}',
	madeAt: '{} China time',
	rows: 'items',
	withWarnings: 'with warnings',
	task: 'Task',
	what: 'What happens',
	calls: 'When people are called',
	noName: 'Name not known',
	rowWord: 'item\u00a0{}',
	rowsWord: '{}\u00a0items',
	actions: {
		update: 'Would be updated',
		pauseUpdateResume: 'Would be paused, updated, resumed',
		create: 'Would be created',
		nothing: 'Would stay as it is',
		skip: 'Would be skipped',
		refuse: 'Would be refused',
		updated: 'Updated',
		unchanged: 'Unchanged',
		skipped: 'Skipped',
		created: 'Created',
		started: 'Started',
		paused: 'Paused',
		ending: 'Told to end',
		ended: 'Ended',
		deleted: 'Deleted',
		imported: 'Imported',
		leftOut: 'Left out by the service',
	},
	failed: 'Refused',
	unclear: 'Not clear: may have been applied',
	states: ['not started', 'running', 'paused', 'ended'],
	kinds: ['', 'predictive', 'automatic'],
	enterprise: 'enterprise {}',
	moreChanges: 'and {} more changes',
	moreReasons: 'and {} more',
	moreRows: '{} more items are in the output of the node, and not on this page.',
	shortRows: 'Rows at the end of the table are shortened, to keep this file small.',
	empty: '(empty)',
	on: 'on',
	off: 'off',
	now: 'Now',
	before: 'Before',
	after: 'Afterwards',
	wanted: 'As wanted',
	unchangedCalls: 'Unchanged',
	stripLabel: '{} to {}',
	legend: {
		both: 'Calls',
		now: 'Calls as it is now',
		before: 'Calls before',
		after: 'Calls afterwards',
		outside: 'outside of your calling hours',
	},
	allowed: 'Your calling hours',
	holiday: 'Public holiday',
	unknownYear: 'This version of the node does not know the holidays of {} yet.',
	chinaTime: 'Fourteen days, midnight to midnight in China time.',
	foot: 'Made by the Alibaba Cloud Voice Messaging node for n8n. This page is one file: it loads nothing and runs nothing.',
	weekdays: 'Sun Mon Tue Wed Thu Fri Sat'.split(' '),
	months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
	comma: ', ',
	colon: ': ',
};

const ZH: Texts = {
	lang: 'zh-CN',
	titles: {
		preview: '外呼任务变更预览',
		update: '外呼任务变更结果',
		create: '新建外呼任务',
		createOrUpdate: '新建与变更外呼任务',
		start: '启动外呼任务',
		pause: '暂停外呼任务',
		end: '结束外呼任务',
		delete: '删除外呼任务',
		importNumbers: '导入号码',
		deleteNumbers: '删除号码',
	},
	title: '外呼任务：{}',
	workflow: '工作流 {}',
	madeAt: '{} 北京时间',
	rows: '条目',
	withWarnings: '有提醒',
	task: '任务',
	what: '变更内容',
	calls: '外呼时间',
	noName: '名称未知',
	rowWord: '条目\u00a0{}',
	rowsWord: '{} 个条目',
	actions: {
		update: '将更新',
		pauseUpdateResume: '将暂停、更新并恢复',
		create: '将新建',
		nothing: '将保持不变',
		skip: '将跳过',
		refuse: '将被拒绝',
		updated: '已更新',
		unchanged: '未变化',
		skipped: '已跳过',
		created: '已新建',
		started: '已启动',
		paused: '已暂停',
		ending: '已发出结束指令',
		ended: '已结束',
		deleted: '已删除',
		imported: '已导入',
		leftOut: '服务未接收',
	},
	failed: '被拒绝',
	unclear: '结果不明：可能已生效',
	states: ['未开始', '运行中', '已暂停', '已结束'],
	kinds: ['', '预测式', '自动'],
	enterprise: '企业 {}',
	moreChanges: '另有 {} 项变更',
	moreReasons: '另有 {} 条',
	moreRows: '另有 {} 个条目未列入本页，请查看节点的输出。',
	shortRows: '为控制文件大小，表格末尾的行只列要点。',
	empty: '（空）',
	on: '开启',
	off: '关闭',
	now: '现在',
	before: '更改前',
	after: '更改后',
	wanted: '若更改',
	unchangedCalls: '不变',
	stripLabel: '{} 至 {}',
	legend: {
		both: '外呼时间',
		now: '现在的外呼时间',
		before: '更改前的外呼时间',
		after: '更改后的外呼时间',
		outside: '在允许呼叫的时段之外',
	},
	allowed: '允许呼叫的时段',
	holiday: '法定节假日',
	unknownYear: '此版本的节点尚无 {} 年的节假日安排。',
	chinaTime: '共十四天，北京时间零点至零点。',
	foot: '由 n8n 的阿里云语音服务节点生成。本页为单个文件，不加载外部内容，也不运行脚本。',
	weekdays: '日一二三四五六'.split(''),
	months: Array.from({ length: 12 }, (_none, month) => `${month + 1}月`),
	comma: '，',
	colon: '：',
};

export const TEXTS: Readonly<Record<Language, Texts>> = { en: EN, zh: ZH };

/** What a table has under a name of somebody else's. */
export const ownOf = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
	Object.hasOwn(table, name) ? table[name] : undefined;

/** A text with its gaps filled, in their order. */
export const filled = (text: string, ...parts: readonly string[]): string => {
	let place = 0;
	return text.replaceAll('{}', () => wordAt(parts, place++));
};

/** Why a task never calls by itself, for Chinese readers; English ones have the words of previews. */
export const NEVER_ZH: Readonly<Record<Never['why'], string>> = {
	ended: '任务已结束，不能再次启动',
	autoStartOff: '未开启定时开始，只能手动启动',
	pausedByHand: '任务已暂停且未开启定时开始，只能手动启动',
	stopped: '定时完成时间已过',
	noTimeLeft: '间隔呼叫时间段与禁呼时间没有留下可外呼的时间',
};

export const UNKNOWN_ZH: Readonly<Record<Unknown['why'], string>> = {
	unread: '读不到任务的状态或定时设置',
	noStart: '已开启定时开始，但未设日期和时间',
	noStop: '已开启定时完成，但未设日期和时间',
	noCallingTimes: '按间隔呼叫，但未设时间段',
	stopBeforeStart: '定时完成不晚于定时开始',
	runsPastItsStop: '任务仍在运行，但定时完成时间已过',
	conditions: '读不到或无法理解所用的时间段',
};
