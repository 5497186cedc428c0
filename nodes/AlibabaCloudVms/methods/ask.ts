import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import { fail, type Result } from '../gateway/failure';
import { accountOf, type Account } from './account';
import type { List, Listed } from './list';
import { Memory } from './memory';

const KEPT_MS = 10_000;

/** What the editor was offered a moment ago. It asks for the same list again and again. */
const kept = new Memory<Listed>(KEPT_MS);

/** A name for all that an answer depends on, from which none of it can be read. */
const nameFor = (
	{ credential, enterpriseId }: Account,
	{ action, called }: List,
	typed: string,
): string =>
	createHash('sha256')
		.update(JSON.stringify([credential, enterpriseId, action.name, called, typed]))
		.digest('base64');

const nothingThere = (enterpriseId: string, { called, whenEmpty }: List) =>
	fail({
		kind: 'gateway',
		message: `Call center ${enterpriseId} has no ${called}`,
		description: `${whenEmpty} If you know of some, check 'Enterprise ID' in this node and 'Default Enterprise ID' in the credential.`,
	});

/** All that was read for a list; one without entries is a failure that says so. */
const readAll = async (account: Account, list: List): Promise<Result<Listed>> =>
	await account.ask(async (asking) => {
		const read = await list.read(asking);
		return read.ok && read.value.options.length === 0
			? nothingThere(account.enterpriseId, list)
			: read;
	});

/**
 * What a list has for the call center of the node, and beside that what the service finds by what was
 * typed where the list is not whole. Whoever asks looks through it.
 * @param typed what is searched for; empty for everything
 */
export async function ask(
	context: ILoadOptionsFunctions,
	list: List,
	typed = '',
): Promise<Result<Listed>> {
	const found = await accountOf(context);
	if (!found.ok) return found;
	const account = found.value;
	const all = await kept.get(nameFor(account, list, ''), async () => await readAll(account, list));
	const { find } = list;
	const searched = typed.trim();
	if (!all.ok || all.value.isWhole || searched === '' || !find) return all;
	const more = await kept.get(
		nameFor(account, list, searched),
		async () => await account.ask(async (asking) => await find(asking, searched)),
	);
	if (!more.ok) return more;
	const { options } = all.value;
	const known = new Set(options.map(({ value }) => value));
	const fresh = more.value.options.filter(({ value }) => !known.has(value));
	return { ok: true, value: { options: [...options, ...fresh], isWhole: false } };
}
