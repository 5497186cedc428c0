import { Slice } from '../../../sending/slice';
import type { Parts } from '../../operation';
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

/** Batches of a group in the making, each as full as it can be. */
class Making {
	readonly batches: Joined[] = [];

	private last?: Joined;

	/** Bytes of the last one. */
	private size = 0;

	constructor(
		readonly group: Group,
		private readonly mostNumbers: number,
	) {}

	add(item: number, part: Part): void {
		const { last } = this;
		const size = this.size + COMMA + part.size;
		if (!last || last.items.length >= this.mostNumbers || size > MOST_BYTES) {
			this.last = { group: this.group, items: [item], parts: [part] };
			this.batches.push(this.last);
			this.size = BRACKETS + part.size;
		} else {
			last.items.push(item);
			last.parts.push(part);
			this.size = size;
		}
	}
}

/**
 * Numbers in batches, in their order: of each group as few as the limits allow.
 * @param mostNumbers of a batch
 */
export async function inBatches(parts: Parts<Part>, mostNumbers: number): Promise<Joined[]> {
	const groups = new Map<Group, Making>();
	const makingOf = (group: Group): Making => {
		const making = groups.get(group) ?? new Making(group, mostNumbers);
		groups.set(group, making);
		return making;
	};
	const slice = new Slice();
	let making: Making | undefined;
	for (let item = 0; item < parts.length; item++) {
		if (slice.isOverAt(item)) await slice.giveWay();
		const part = parts[item];
		if (!part) continue;
		// Mostly it goes where the one before went.
		making = making?.group === part.group ? making : makingOf(part.group);
		making.add(item, part);
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
