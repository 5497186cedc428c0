import type { Catalogue } from '../../../../parameters/catalogue';
import { chinaNow, momentText } from '../../../../parameters/chinaTime';
import type { Row } from '../../../../parameters/parameter';
import { ENDS } from '../../../../tasks/ends';
import { allOf } from '../../../../text';

/** What counts with an end, beside its switch, day and time. */
const MORE: Readonly<Record<string, readonly string[]>> = { autoStop: ['forceEndFlag'] };

/**
 * What of the schedule of a task is not copied, since a new one with it would start or stop at once: the ends
 * that would be on and are over, by the day of the task or, where it has none, today. What an item says itself of an end counts with it: a
 * start that it switches on would have the day of long ago.
 * @param ownOf the text that the item gives for a row; undefined for none
 * @param storedIn the text that the task has for it
 */
export function pastEnds(
	ownOf: (row: Row) => string | undefined,
	storedIn: (row: Row) => string,
	{ rowNamed }: Catalogue,
): { left: ReadonlySet<Row>; warnings: string[] } {
	const left = new Set<Row>();
	const warnings: string[] = [];
	const rowsOf = (names: readonly string[]) => names.flatMap((one) => rowNamed(one) ?? []);
	const wouldHave = (name: string): string =>
		rowsOf([name])
			.map((row) => String(row.same(ownOf(row) ?? storedIn(row))))
			.join('');
	const now = chinaNow();
	for (const { on, day, time, emptyTime } of ENDS) {
		const isOwnDay = rowsOf([day]).some((row) => ownOf(row) !== undefined);
		if (isOwnDay || wouldHave(on) !== '1') continue;
		const at = { day: wouldHave(day) || now.day, time: wouldHave(time) || emptyTime };
		const moment = momentText(at);
		const rows = rowsOf([on, day, time, ...(MORE[on] ?? [])]).filter(
			(row) => ownOf(row) === undefined && storedIn(row) !== '',
		);
		if (moment >= momentText(now) || rows.length === 0) continue;
		rows.forEach((row) => left.add(row));
		const labels = rows.map(({ property }) => `'${property.displayName}'`);
		warnings.push(
			`${allOf(labels)} of the task that is copied (${moment}) lie in the past and were not copied`,
		);
	}
	return { left, warnings };
}
