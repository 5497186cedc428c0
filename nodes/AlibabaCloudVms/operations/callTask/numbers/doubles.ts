import type { Joined } from './join';
import type { Group } from './part';

const OF_IMPORT = '2';
const OF_BATCH = '3';

/** Whether the service looks for doubles no further than in one call. */
const looksInOneCall = ({ params: { IsRepeat, FileId } }: Group): boolean =>
	IsRepeat === OF_IMPORT || (IsRepeat === OF_BATCH && FileId === undefined);

/**
 * Items whose number stands in an import before. To the service each batch is an import of its own: where there
 * are several, it would not see that a number of one is in another one too.
 */
export function doublesOf(batches: readonly Joined[]): Set<number> {
	const byGroup = new Map<Group, Joined[]>();
	for (const batch of batches) {
		if (!looksInOneCall(batch.group)) continue;
		byGroup.set(batch.group, [...(byGroup.get(batch.group) ?? []), batch]);
	}
	const doubles = new Set<number>();
	for (const own of byGroup.values()) {
		if (own.length < 2) continue;
		const known = new Set<string>();
		for (const { items, parts } of own) {
			parts.forEach(({ tel }, place) => {
				if (known.has(tel)) doubles.add(items[place] ?? 0);
				known.add(tel);
			});
		}
	}
	return doubles;
}
