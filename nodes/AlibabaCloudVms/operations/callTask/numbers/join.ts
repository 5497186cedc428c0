import { Slice } from '../../../sending/slice';
import { entryOf, type Group, type Part } from './part';

/**
 * The vendor's limit is 8 MB a call, and it does not say of what: the form is longer than the JSON in it, and
 * both have to stay below, with room for the other parameters.
 */
export const MOST_BYTES = 7_900_000;

/** What separates two entries, and what is around all of them, in the form. */
const COMMA = 3;
const BRACKETS = 6;

/** Numbers that are sent together. */
export interface Joined {
	group: Group;
	items: number[];
	parts: Part[];
}

/** Batches of a group in the making. */
interface Making {
	batches: Joined[];
	size: number;
}

/**
 * Numbers in batches, in their order: of each group as few as the limits allow.
 * @param mostNumbers of a batch
 */
export async function inBatches(
	parts: ReadonlyMap<number, Part>,
	mostNumbers: number,
): Promise<Joined[]> {
	const groups = new Map<Group, Making>();
	const slice = new Slice();
	let looked = 0;
	for (const [item, part] of parts) {
		if (slice.isOverAt(looked++)) await slice.giveWay();
		const { group, size } = part;
		const making = groups.get(group) ?? { batches: [], size: 0 };
		groups.set(group, making);
		const last = making.batches.at(-1);
		const isFull =
			!last || last.items.length >= mostNumbers || making.size + COMMA + size > MOST_BYTES;
		if (isFull) {
			making.batches.push({ group, items: [item], parts: [part] });
			making.size = BRACKETS + size;
		} else {
			last.items.push(item);
			last.parts.push(part);
			making.size += COMMA + size;
		}
	}
	const all = [...groups.values()].flatMap(({ batches }) => batches);
	return all.sort((one, other) => (one.items[0] ?? 0) - (other.items[0] ?? 0));
}

/** Entries that are made at one time. */
const ENTRIES = 500;

/** JSON of all entries, made piece by piece: a whole batch would hold everything else up. */
export async function jsonOf(parts: readonly Part[]): Promise<string> {
	const slice = new Slice();
	const pieces: string[] = [];
	for (let start = 0; start < parts.length; start += ENTRIES) {
		if (slice.isOver) await slice.giveWay();
		pieces.push(
			parts
				.slice(start, start + ENTRIES)
				.map(entryOf)
				.join(','),
		);
	}
	return `[${pieces.join(',')}]`;
}
