import type { IDataObject } from 'n8n-workflow';
import { about, type Result } from '../gateway/failure';
import { encode } from '../input/encode';
import { howManyOf } from '../input/howMany';
import type { Catalogue } from '../parameters/catalogue';
import { gather, type Listed } from '../sending/pages';
import { questionsOf, taskIn } from '../tasks/which';
import type { Execution, Job } from './operation';
import { OUTPUT, SENDING } from './options';

/** What every operation that lists offers, and what it does. */
export const LISTING = {
	options: { ...SENDING, simplify: OUTPUT.simplify },
	deeds: { listed: { words: 'listed' } },
} as const;

type Opened = Execution<typeof LISTING.options>;

/** What tells one list operation from another. */
interface Listing {
	/** The lists to go through, from what an item asks for. */
	listsOf(params: Record<string, string>, itemIndex: number): Result<readonly Listed[]>;
	/** An entry as Simplify gives it. */
	simple(entry: IDataObject): IDataObject;
}

/**
 * Opens an operation that lists: each item is a query of its own, and gives one output an entry.
 * @param catalogue of the filters
 * @param listingIn called once an execution
 */
export const listing =
	(catalogue: Catalogue, listingIn: (execution: Opened) => Listing) =>
	(execution: Opened): ((itemIndex: number) => Result<Job<'listed'>>) => {
		const { context, send, enterpriseId, timezone: zone, optionsOf, note } = execution;
		const readItem = questionsOf(context, { catalogue, enterpriseId, zone, note });
		const readHowMany = howManyOf(context);
		const { listsOf, simple } = listingIn(execution);
		return (itemIndex) => {
			const options = optionsOf(itemIndex);
			if (!options.ok) return about(taskIn(readItem(itemIndex)), options);
			const asked = readItem(itemIndex);
			if (!asked.ok) return asked;
			const wanted = readHowMany(itemIndex);
			if (!wanted.ok) return wanted;
			const lists = listsOf(encode(asked.value, false), itemIndex);
			if (!lists.ok) return lists;
			const { simplify } = options.value;
			const run = async () => {
				const found = await gather(send, lists.value, wanted.value, (entry) => ({
					json: simplify ? simple(entry) : { ...entry },
				}));
				if (!found.ok) return found;
				return { ok: true as const, value: { did: 'listed' as const, outputs: found.value } };
			};
			return { ok: true, value: { run } };
		};
	};
