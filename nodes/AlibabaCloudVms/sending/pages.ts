import type { IDataObject } from 'n8n-workflow';
import type { ApiAction } from '../gateway/actions';
import { explainUnproven } from '../gateway/answers';
import { fail, type Result } from '../gateway/failure';
import { isRecord } from '../guards';
import type { Send } from './send';

/** What is to be listed, by an action that takes Start and Limit and gives no total that counts. */
export interface Paging {
	action: ApiAction;
	/** All parameters but Start and Limit. */
	params: Readonly<Record<string, string>>;
	/** What the entries are called, in the plural. */
	called: string;
	/** The member of Data that holds them. */
	list: string;
	/** The member of an element of that list that is the entry, where it stands one level deeper. */
	within?: string;
	/** The member of an entry that tells it apart from the others. */
	key: string;
	/** Most entries of a page. */
	size: number;
	/** How many entries are wanted; infinite for all. */
	most: number;
	/** A list that goes on after so many pages is not read to its end. */
	mostPages: number;
	/** Most pages that are asked for at one time. */
	sideBySide: number;
}

/** The entries of an answer. A list that is left out or null is an empty one; no Data at all proves nothing. */
export function entriesIn(
	answer: IDataObject,
	{ list, within, called }: Pick<Paging, 'list' | 'within' | 'called'>,
): Result<IDataObject[]> {
	const { Data } = answer;
	const elements: unknown = isRecord(Data) ? (Data[list] ?? []) : undefined;
	const entries =
		within !== undefined && Array.isArray(elements)
			? elements.map((element: unknown) => (isRecord(element) ? element[within] : undefined))
			: elements;
	return Array.isArray(entries) && entries.every(isRecord)
		? { ok: true, value: entries as IDataObject[] }
		: fail(explainUnproven(answer, `The answer says OK, but holds no list of ${called}`));
}

/** Says of each key whether it is seen for the first time, as a text or as a number; what has none always is. */
function firstSight(): (key: IDataObject[string]) => boolean {
	const known = new Set<IDataObject[string]>();
	return (given) => {
		if (given === undefined || given === null) return true;
		const key = typeof given === 'number' ? String(given) : given;
		if (known.has(key)) return false;
		known.add(key);
		return true;
	};
}

/** A page under way. */
interface Asked {
	start: number;
	answer: Promise<Result<IDataObject>>;
}

/** By how much pages become smaller where one is too long to be read: entries may hold long texts. */
const SMALLER = 5;

const unfinished = (called: string, why: string, page: number) =>
	fail({
		kind: 'gateway',
		message: `The list of ${called} ${why}: it was read to page ${page} and no further`,
		description: `Narrow down what is asked for, or ask for fewer ${called} with 'Limit'.`,
	});

/**
 * Lists page by page until a short one; each entry once, however the pages overlap where the list changes
 * meanwhile. Once a page was full, the next ones are asked for side by side, since the place where a page
 * begins is known beforehand; requests that are under way have ended when this has. Pages become smaller
 * where one is too long to be read. Ends with a failure where the list has no end to be found. Rejects if the execution is stopped.
 */
export async function* pages(send: Send, paging: Paging): AsyncGenerator<Result<IDataObject[]>> {
	const { action, params, called, key, most, mostPages, sideBySide } = paging;
	let size = Math.min(paging.size, most);
	const isNew = firstSight();
	const underWay: Asked[] = [];
	let next = 0;
	let asked = 0;
	let window = 1;
	let isOver = false;
	let left = most;
	const mayAsk = () =>
		underWay.length < window && underWay.length * size < left && asked < mostPages;
	const ask = () => {
		const start = next;
		next += size;
		asked++;
		const answer = send(action, { ...params, Start: String(start), Limit: String(size) });
		// Each is awaited in its turn; until then nobody listens to what it rejects with.
		answer.catch(() => {});
		underWay.push({ start, answer });
	};
	const allEnded = async () => {
		asked -= underWay.length;
		await Promise.allSettled(underWay.splice(0).map(({ answer }) => answer));
	};
	try {
		for (let page = 1; left > 0; page++) {
			while (mayAsk()) ask();
			const first = underWay.shift();
			if (!first) {
				if (page > mostPages) yield unfinished(called, 'does not end', mostPages);
				return;
			}
			const answer = await first.answer;
			if (!answer.ok && answer.failure.isTooLong && size > 1) {
				await allEnded();
				size = Math.ceil(size / SMALLER);
				next = first.start;
				window = 1;
				continue;
			}
			// Behind the end a service may say what it likes: that there is nothing, or the last page once more.
			if (!answer.ok && isOver && answer.failure.isJudged) continue;
			if (!answer.ok) return yield answer;
			const found = entriesIn(answer.value, paging);
			if (!found.ok && isOver) continue;
			if (!found.ok) return yield found;
			const fresh = found.value.filter((entry) => isNew(entry[key]));
			if (found.value.length > 0 && fresh.length === 0 && !isOver) {
				return yield unfinished(called, 'repeats itself', page);
			}
			// A page that is short ends the list, unless those behind it, which were asked for before that was known, go on.
			const isLast = found.value.length < size;
			if (isLast || fresh.length > 0) isOver = isLast;
			window = isOver ? 0 : Math.min(Math.max(window, 1) * 2, sideBySide);
			if (fresh.length > 0) yield { ok: true, value: fresh.slice(0, left) };
			left -= fresh.length;
		}
	} finally {
		await allEnded();
	}
}

/** A list without what an item decides. */
export type Listed = Omit<Paging, 'most'>;

/**
 * The entries of lists, one list behind the other.
 * @param make what becomes of an entry at once: the answer is not kept
 */
export async function gather<T>(
	send: Send,
	lists: Iterable<Listed>,
	most: number,
	make: (entry: IDataObject) => T,
): Promise<Result<T[]>> {
	const made: T[] = [];
	for (const list of lists) {
		if (made.length >= most) break;
		for await (const page of pages(send, { ...list, most: most - made.length })) {
			if (!page.ok) return page;
			for (const entry of page.value) made.push(make(entry));
		}
	}
	return { ok: true, value: made };
}
