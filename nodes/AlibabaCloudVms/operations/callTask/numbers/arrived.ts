import type { IDataObject } from 'n8n-workflow';
import { LIST_BATCHES } from '../../../gateway/actions';
import type { Result } from '../../../gateway/failure';
import { chinaTime } from '../../../parameters/chinaTime';
import { pages } from '../../../sending/pages';
import type { Send } from '../../../sending/send';
import { identityOf, type TaskKey } from '../../../tasks/state';

/** By how much the clocks may differ at most: requests of others are refused for less. */
const AROUND_MS = 60 * 60 * 1000;

const PAGE = 1000;
const MOST_PAGES = 100;

const momentOf = (at: number): string => {
	const { day, time } = chinaTime(at);
	return `${day} ${time}`;
};

/**
 * The batches of a name that a task has got since a moment, give or take an hour.
 * @param since milliseconds since 1970
 */
export async function batchesNamed(
	send: Send,
	task: TaskKey,
	{ name, since }: { name: string; since: number },
): Promise<Result<IDataObject[]>> {
	const found: IDataObject[] = [];
	const params = {
		...identityOf(task),
		StartTime: momentOf(since - AROUND_MS),
		EndTime: momentOf(Date.now() + AROUND_MS),
	};
	const list = {
		action: LIST_BATCHES,
		params,
		called: 'batches',
		list: 'TaskFileList',
		key: 'Id',
		size: PAGE,
		most: Number.POSITIVE_INFINITY,
		mostPages: MOST_PAGES,
		sideBySide: 1,
	};
	for await (const page of pages(send, list)) {
		if (!page.ok) return page;
		found.push(...page.value.filter(({ Name }) => Name === name));
	}
	return { ok: true, value: found };
}
