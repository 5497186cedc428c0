import { encodedLength } from '../../../gateway/form';
import type { Read } from '../../../input/given';
import { tel as telRow } from '../../../parameters/numbers';
import type { TaskKey } from '../../../tasks/state';

/** What numbers have in common that are imported together. */
export interface Group {
	lane: string;
	task: TaskKey;
	/** All parameters but the numbers themselves. */
	params: Readonly<Record<string, string>>;
	/** Whether a number that arrives twice is there once all the same. */
	leavesOutDoubles: boolean;
}

/** A number that can be sent. What many numbers have in common is one text for all of them. */
export interface Part {
	group: Group;
	tel: string;
	/** The other members of its entry of TaskTelList, each behind a comma, as JSON; mostly ''. */
	others: string;
	/** Bytes of its entry in the form that is sent. */
	size: number;
	/** Sentences without the final period. */
	warnings?: readonly string[];
}

/** A text that JSON has in quotes as it stands, as nearly all numbers are. */
const PLAIN = /^[\w+]*$/;

/** The entry of a number, as JSON. */
export const entryOf = ({ tel, others }: Pick<Part, 'tel' | 'others'>): string =>
	`{"Tel":${PLAIN.test(tel) ? `"${tel}"` : JSON.stringify(tel)}${others}}`;

/** What a number has beside itself: the service takes all of it as texts but the priority. */
export function othersOf(fields: readonly Read[]): string {
	let json = '';
	for (const { row, reading } of fields) {
		const { wire } = reading;
		if (row.identifies || row === telRow || !wire) continue;
		json += `,"${row.api}":${row.property.type === 'number' ? wire : JSON.stringify(wire)}`;
	}
	return json;
}

/** An entry without some of its backup numbers. */
export function withoutBackups(part: Part, isLeftOut: (tel: string) => boolean): Part {
	if (!part.others.includes('"BackupTels"')) return part;
	const { BackupTels, ...all } = JSON.parse(entryOf(part)) as Record<string, unknown>;
	const others = Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'Tel'));
	const backups = String(BackupTels).split(',');
	const kept = backups.filter((tel) => !isLeftOut(tel));
	const count = backups.length - kept.length;
	if (count === 0) return part;
	const left = kept.length > 0 ? { BackupTels: kept.join(','), ...others } : others;
	const json = Object.keys(left).length > 0 ? `,${JSON.stringify(left).slice(1, -1)}` : '';
	const [numbers, are] = count === 1 ? ['backup number is', 'was'] : ['backup numbers are', 'were'];
	const warning = `${count} ${numbers} on the list of 'Do Not Call' and ${are} left out`;
	const warnings = [...(part.warnings ?? []), warning];
	const size = encodedLength(entryOf({ tel: part.tel, others: json }));
	return { ...part, others: json, size, warnings };
}

/** The same with another number that is as long. */
export const withTel = ({ group, others, size }: Part, tel: string): Part => ({
	group,
	tel,
	others,
	size,
});
