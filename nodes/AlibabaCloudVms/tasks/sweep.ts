import type { IDataObject } from 'n8n-workflow';
import type { Send } from '../bulk/send';
import { QUERY_TASK } from '../transport/api';
import type { Failure, Result } from '../transport/failure';
import { listedIn } from './state';

/** Most tasks of an answer. */
const PAGE = 100;
/** CloudQueryTask lists one kind of tasks at a time: predictive, automatic. */
const TYPES = ['1', '2'];

/** Tasks by their ID. */
export interface Listing {
	tasks: Map<string, IDataObject>;
	/** False where there were more pages than were wanted. */
	isWhole: boolean;
	/** How many requests it took. */
	pages: number;
}

/** All tasks of an enterprise, page by page until a short one, since the answers have no total. */
export async function listTasks(
	send: Send,
	enterpriseId: string,
	mostPages: number,
): Promise<Result<Listing>> {
	const listing: Listing = { tasks: new Map(), isWhole: true, pages: 0 };
	let failure: Failure | undefined;

	const listType = async (type: string): Promise<void> => {
		for (let start = 0; !failure; start += PAGE) {
			if (listing.pages >= Math.max(mostPages, TYPES.length)) {
				listing.isWhole = false;
				return;
			}
			listing.pages++;
			const answer = await send(QUERY_TASK, {
				EnterpriseId: enterpriseId,
				Type: type,
				Start: String(start),
				Limit: String(PAGE),
			});
			if (!answer.ok) {
				failure = answer.failure;
				return;
			}
			const tasks = listedIn(answer.value);
			for (const task of tasks) listing.tasks.set(String(task.Id), task);
			if (tasks.length < PAGE) return;
		}
	};

	// One after the other: a row takes one place among the concurrent requests.
	for (const type of TYPES) await listType(type);
	return failure ? { ok: false, failure } : { ok: true, value: listing };
}
