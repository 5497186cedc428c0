import { isRecord, parseJson } from '../tasks/jsonShapes';
import type { NumberFile, TaskNumber, TaskNumbers } from '../tasks/numbers';
import { problemMessage, refusalIn, type ValueCheck } from '../tasks/problems';
import { ENDED, RUNNING } from '../tasks/status';
import type { Task } from '../tasks/task';
import { id, integer, oneOf, onOff } from '../tasks/values';
import type { Action, ActionCall, ActionResult } from './action';
import { chinaTime } from '../tasks/chinaTime';
import { canStart } from './startTask';
import { findTarget } from './target';

export interface ImportSettings {
	/** What the limit on TaskTelList counts: its JSON, or what the form makes of it. */
	telListCountedAs: 'json' | 'form';
	/** Most bytes of TaskTelList in one call. */
	maxTelListBytes: number;
	/** Most numbers of one batch. */
	maxNumbersOfBatch: number;
	/** Most numbers of one task. */
	maxNumbersOfTask: number;
	/** Whether numbers can be imported into a task that has ended. */
	allowImportAfterEnd: boolean;
	/** Numbers that are on the list of those who must not be called. */
	restrictedTels: string[];
}

type ImportCall = ActionCall<ImportSettings>;

const MAX_PRIORITY = 999_999;
const MAX_BACKUP_TELS = 8;

const CHECKS: Record<string, ValueCheck> = {
	FileId: id,
	IsRepeat: oneOf(0, 1, 2, 3),
	ImportTelAutoStart: onOff,
	Priority: integer(0, MAX_PRIORITY),
	BridgeVoiceType: oneOf(1, 2, 3),
};

const KEYS = new Set(['Tel', 'BackupTels', 'Clid', 'ClidGroup', 'Priority', 'Property']);

type Entry = Record<string, unknown>;

/** The entries of TaskTelList, if it has the documented form. */
function entriesOf(text: string): Entry[] | undefined {
	const list = parseJson(text);
	if (!Array.isArray(list) || list.length === 0) return undefined;
	const isEntry = (entry: unknown): entry is Entry =>
		isRecord(entry) &&
		typeof entry.Tel === 'string' &&
		Object.keys(entry).every((key) => KEYS.has(key));
	return list.every(isEntry) ? list : undefined;
}

const TEL = /^\+?\d{5,20}$/;

/** Entries that count as InvalidTotal: which one it is, the answer does not say. */
function isValid({ Tel, BackupTels = '', Priority = 0, Property = '{}' }: Entry): boolean {
	const backups = BackupTels === '' ? [] : String(BackupTels).split(',');
	return (
		TEL.test(String(Tel)) &&
		backups.length <= MAX_BACKUP_TELS &&
		backups.every((tel) => TEL.test(tel)) &&
		integer(0, MAX_PRIORITY)(String(Priority)) === undefined &&
		(Property === '' || isRecord(parseJson(String(Property))))
	);
}

const sizeOf = (text: string, countedAs: ImportSettings['telListCountedAs']): number =>
	countedAs === 'json' ? Buffer.byteLength(text) : encodeURIComponent(text).length;

/** The batch that the numbers come into: a new one, unless the request names one. */
function fileFor(task: Task, known: TaskNumbers, call: ImportCall): NumberFile | undefined {
	const { params, store, now } = call;
	const fileId = params.get('FileId');
	if (fileId) return known.files.find(({ Id }) => Id === fileId);
	return {
		Id: store.numbers.newFileId(),
		TaskId: task.Id,
		EnterpriseId: task.EnterpriseId,
		Name: params.get('Name') ?? '',
		CreateTime: chinaTime(now),
		Status: '1',
		Priority: params.get('Priority') || '0',
		ImportCount: '0',
		RepeatCount: '0',
		RestrictCount: '0',
		madeAt: now,
	};
}

interface Counts {
	taken: TaskNumber[];
	invalid: number;
	repeated: number;
	restricted: number;
}

/** Which numbers a new one is compared with, by IsRepeat; those that are taken are added to them. */
function seenBefore(known: TaskNumbers, file: NumberFile, mode: string): Set<string> | undefined {
	if (mode === '0') return undefined;
	if (mode === '1') return known.tels;
	const ofBatch = known.numbers.filter(({ fileId }) => mode === '3' && fileId === file.Id);
	return new Set(ofBatch.map(({ tel }) => tel));
}

function sorted(entries: readonly Entry[], file: NumberFile, call: ImportCall): Counts {
	const { params, store, settings } = call;
	const known = store.numbers.of(file.EnterpriseId, file.TaskId);
	const seen = seenBefore(known, file, params.get('IsRepeat') || '1');
	const counts: Counts = { taken: [], invalid: 0, repeated: 0, restricted: 0 };
	for (const entry of entries) {
		const tel = String(entry.Tel);
		if (!isValid(entry)) counts.invalid += 1;
		else if (settings.restrictedTels.includes(tel)) counts.restricted += 1;
		else if (seen?.has(tel)) counts.repeated += 1;
		else {
			seen?.add(tel);
			known.tels.add(tel);
			counts.taken.push({ tel, fileId: file.Id, status: '0', entry });
		}
	}
	return counts;
}

function refusalOf(call: ImportCall): string | undefined {
	const refused = refusalIn(call.params, CHECKS);
	if (refused) return refused;
	const { telListCountedAs, maxTelListBytes } = call.settings;
	const size = sizeOf(call.params.get('TaskTelList') ?? '', telListCountedAs);
	return size > maxTelListBytes ? problemMessage('TaskTelList', 'range') : undefined;
}

function start(task: Task, call: ImportCall): void {
	if (call.params.get('ImportTelAutoStart') !== '1' || !canStart(task, call.store)) return;
	const StartTime = task.StartTime || chinaTime(call.now);
	call.apply(task, { Status: RUNNING, StatusTriggerType: '1', StartTime });
}

function run(call: ImportCall): ActionResult {
	const { params, store, settings } = call;
	const refused = refusalOf(call);
	if (refused) return { refused };
	const target = findTarget(call);
	if ('refused' in target) return target;
	const { task } = target;
	if (task.Status === ENDED && !settings.allowImportAfterEnd) {
		return { refused: '验证失败，任务已结束，不能导入号码' };
	}
	const entries = entriesOf(params.get('TaskTelList') ?? '');
	if (!entries) return { refused: problemMessage('TaskTelList', 'format') };
	const known = store.numbers.of(task.EnterpriseId, task.Id);
	const file = fileFor(task, known, call);
	if (!file) return { refused: problemMessage('FileId', 'value') };
	const inBatch = Number(file.ImportCount) + entries.length;
	const inTask = known.numbers.length + entries.length;
	if (inBatch > settings.maxNumbersOfBatch || inTask > settings.maxNumbersOfTask) {
		return { refused: problemMessage('TaskTelList', 'range') };
	}
	const { taken, invalid, repeated, restricted } = sorted(entries, file, call);
	const more = (name: 'ImportCount' | 'RepeatCount' | 'RestrictCount', count: number) => {
		file[name] = String(Number(file[name]) + count);
	};
	more('ImportCount', taken.length);
	more('RepeatCount', repeated);
	more('RestrictCount', restricted);
	if (!known.files.includes(file)) known.files.push(file);
	for (const one of taken) known.numbers.push(one);
	start(task, call);
	return {
		data: {
			TaskId: task.Id,
			FileId: file.Id,
			ImportTotal: String(entries.length),
			SuccessTotal: String(taken.length),
			InvalidTotal: String(invalid),
		},
	};
}

/** Gives a task numbers to call: a batch of its own, or more of a batch that there is. */
export const importTaskTel: Action<ImportSettings> = {
	mandatory: ['EnterpriseId', 'TaskId', 'Name', 'TaskTelList'],
	run,
};
