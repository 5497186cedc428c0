import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { ask } from './ask';
import type { List } from './list';
import { listError } from './listError';
import { matcherOf } from './match';

/** How many entries are given at a time; the editor asks for the next ones when somebody scrolls down. */
const PAGE = 50;

/** Where the entries behind a page begin: behind its last one, also where the list has changed meanwhile. */
function startOf(options: readonly INodePropertyOptions[], token: unknown): number {
	const [, place = '0', last] = /^(\d+) (.*)$/s.exec(String(token ?? '')) ?? [];
	const at = last === undefined ? -1 : options.findIndex(({ value }) => String(value) === last);
	return at < 0 ? Number(place) : at + 1;
}

/** A list for a locator: searched by what is typed, given page by page. */
export const searchIn = (list: List) =>
	async function (
		this: ILoadOptionsFunctions,
		typed?: string,
		token?: unknown,
	): Promise<INodeListSearchResult> {
		const listed = await ask(this, list, typed);
		if (!listed.ok) throw listError(this.getNode(), listed.failure, list);
		const found = listed.value.options.filter(matcherOf(typed ?? ''));
		const start = startOf(found, token);
		const end = start + PAGE;
		const results = found.slice(start, end);
		const last = results.at(-1);
		// n8n declares the token to be anything, and its editor sends back a text alone.
		const paginationToken = last && end < found.length ? `${end} ${String(last.value)}` : undefined;
		return { results, paginationToken };
	};
