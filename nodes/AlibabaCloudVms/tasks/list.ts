import type { Send } from '../sending/send';
import { QUERY_TASK } from '../gateway/actions';
import type { Failure, Result } from '../gateway/failure';
import { idOf, listedIn, stateOf, type TaskState } from './state';

/** Most tasks of an answer of CloudQueryTask. */
export const MOST_LISTED = 100;
/** CloudQueryTask lists one kind of tasks at a time: predictive, automatic. */
export const TYPES = ['1', '2'];

/**
 * Most pages of a kind. An enterprise has at most a hundred tasks of one: what goes on after so many does
 * not end.
 */
const MOST_PAGES = 20;

/** Tasks by their ID, as `idOf` gives it. */
export interface Listing {
	tasks: Map<string, TaskState>;
	/** False where there were more pages than were wanted, or no end. */
	isWhole: boolean;
	/** Where and why it ends early, where the service is the cause: a sentence without the final period. */
	cut?: string;
	/** How many requests it took. */
	pages: number;
}

const cutAfter = (page: number, why: string): string =>
	`The list of tasks was read to page ${page} and no further, because ${why}`;

/** All tasks of an enterprise, page by page until a short one, since the answers have no total. */
export async function listTasks(
	send: Send,
	enterpriseId: string,
	mostPages: number,
): Promise<Result<Listing>> {
	const listing: Listing = { tasks: new Map(), isWhole: true, pages: 0 };
	let failure: Failure | undefined;

	const listType = async (type: string): Promise<void> => {
		for (let start = 0; !failure; start += MOST_LISTED) {
			if (start >= MOST_PAGES * MOST_LISTED) {
				listing.isWhole = false;
				listing.cut = cutAfter(MOST_PAGES, 'it does not end');
				return;
			}
			if (listing.pages >= Math.max(mostPages, TYPES.length)) {
				listing.isWhole = false;
				return;
			}
			listing.pages++;
			const answer = await send(QUERY_TASK, {
				EnterpriseId: enterpriseId,
				Type: type,
				Start: String(start),
				Limit: String(MOST_LISTED),
			});
			if (!answer.ok) {
				failure = answer.failure;
				return;
			}
			const tasks = listedIn(answer.value);
			const known = listing.tasks.size;
			for (const task of tasks) listing.tasks.set(idOf(task.Id), stateOf(task));
			if (tasks.length < MOST_LISTED) return;
			if (listing.tasks.size === known) {
				listing.isWhole = false;
				listing.cut = cutAfter(start / MOST_LISTED + 1, 'it repeats itself');
				return;
			}
		}
	};

	// One after the other: a row takes one place among the concurrent requests.
	for (const type of TYPES) await listType(type);
	return failure ? { ok: false, failure } : { ok: true, value: listing };
}
