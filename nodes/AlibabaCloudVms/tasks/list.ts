import type { IDataObject } from 'n8n-workflow';
import { entriesIn } from '../sending/pages';
import type { Send } from '../sending/send';
import { QUERY_TASK } from '../gateway/actions';
import type { Failure, Result } from '../gateway/failure';
import { idOf, stateOf, type TaskState } from './state';

/** Most tasks of an answer of CloudQueryTask. */
export const MOST_LISTED = 100;
/** CloudQueryTask lists one kind of tasks at a time: predictive, automatic. */
export const TYPES = ['1', '2'];

/**
 * Most pages of a kind. An enterprise has at most a hundred tasks of one: what goes on after so many does
 * not end.
 */
const MOST_PAGES = 20;

/** What an answer of CloudQueryTask lists. */
export const LISTED_TASKS = { list: 'TaskProperties', called: 'tasks' } as const;

export interface Listing {
	/** By their ID, as `idOf` gives it; one that came without has a key that is no ID. */
	tasks: Map<string, TaskState>;
	/** False where there were more pages than were wanted, or no end, or an answer that is no list. */
	isWhole: boolean;
	/** Where and why it ends early, where the service is the cause: a sentence without the final period. */
	cut?: string;
	/** The answer that is no list. */
	unlisted?: Failure;
	/** How many requests it took. */
	pages: number;
}

const cutAfter = (page: number, why: string): string =>
	`The list of tasks was read to page ${page} and no further, because ${why}`;

const keyIn = ({ tasks }: Listing, { Id }: IDataObject): string =>
	idOf(Id) || `without an ID, ${tasks.size}`;

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
			const entries = entriesIn(answer.value, LISTED_TASKS);
			if (!entries.ok) {
				// Nothing is known of this kind; the other one may have what is looked for.
				listing.isWhole = false;
				listing.cut ??= entries.failure.message;
				listing.unlisted ??= entries.failure;
				return;
			}
			const tasks = entries.value;
			const known = listing.tasks.size;
			for (const task of tasks) listing.tasks.set(keyIn(listing, task), stateOf(task));
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
