import type { JsonObject } from '../json';
import type { NumberFile } from '../tasks/numbers';
import { refusalIn, type ValueCheck } from '../tasks/problems';
import { dateTime, integer, oneOf } from '../tasks/values';
import type { Action, ActionCall, ActionResult } from './action';
import { findTarget } from './target';

export interface ListFileSettings {
	/** Whether the batch made last comes first. */
	filesNewestFirst: boolean;
	/** How long after an import its batch is in the list. */
	filesSeenAfterMs: number;
	/** How long after an import its batch is shown as not imported yet, without counts. */
	filesImportedAfterMs: number;
}

type ListCall = ActionCall<ListFileSettings>;

const MAX_LIMIT = 5000;
const DEFAULT_LIMIT = '10';

const CHECKS: Record<string, ValueCheck> = {
	Status: oneOf(0, 1, 2, 3),
	StartTime: dateTime,
	EndTime: dateTime,
	Start: integer(0, Number.MAX_SAFE_INTEGER),
	Limit: integer(1, MAX_LIMIT),
};

const NOT_IMPORTED = { Status: '0', ImportCount: '0', RepeatCount: '0', RestrictCount: '0' };

/** What the list shows of a batch: everything as text. */
function view(file: NumberFile, { settings, now }: ListCall): JsonObject {
	const isUnderWay = now < file.madeAt + settings.filesImportedAfterMs;
	const shown = isUnderWay ? { ...file, ...NOT_IMPORTED } : file;
	return Object.fromEntries(Object.entries(shown).filter(([name]) => name !== 'madeAt'));
}

function matches(file: NumberFile, { params, settings, now }: ListCall): boolean {
	const [status, from, to] = ['Status', 'StartTime', 'EndTime'].map((name) => params.get(name));
	// The texts sort as the times do.
	return (
		now >= file.madeAt + settings.filesSeenAfterMs &&
		(!status || file.Status === status) &&
		(!from || file.CreateTime >= from) &&
		(!to || file.CreateTime <= to)
	);
}

function run(call: ListCall): ActionResult {
	const { params, store, settings } = call;
	const refused = refusalIn(params, CHECKS);
	if (refused) return { refused };
	const target = findTarget(call);
	if ('refused' in target) return target;
	const { EnterpriseId, Id } = target.task;
	const found = store.numbers.of(EnterpriseId, Id).files.filter((file) => matches(file, call));
	if (settings.filesNewestFirst) found.reverse();
	const start = Number(params.get('Start') || '0');
	const limit = Number(params.get('Limit') || DEFAULT_LIMIT);
	const TaskFileList = found.slice(start, start + limit).map((file) => view(file, call));
	return { data: { TaskFileList, TotalCount: String(found.length) } };
}

/** Lists the batches of a task's numbers. */
export const listTaskFile: Action<ListFileSettings> = {
	mandatory: ['EnterpriseId', 'TaskId'],
	run,
};
