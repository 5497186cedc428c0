import { encodedLength } from '../../../gateway/form';
import type { Read } from '../../../input/given';
import { isRecord } from '../../../guards';
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

/** A number that can be sent. */
export interface Part {
	group: Group;
	tel: string;
	/** Its entry of TaskTelList, as JSON. */
	json: string;
	/** Bytes of that in the form that is sent. */
	size: number;
	/** Sentences without the final period. */
	warnings?: readonly string[];
}

/** The entry of a number: the service takes all of it as texts but the priority. */
export function entryOf(fields: readonly Read[]): string {
	let json = '';
	for (const { row, reading } of fields) {
		const { wire } = reading;
		if (row.identifies || !wire) continue;
		const value = row.property.type === 'number' ? wire : JSON.stringify(wire);
		json += `${json === '' ? '{' : ','}"${row.api}":${value}`;
	}
	return `${json}}`;
}

/** An entry without some of its backup numbers. */
export function withoutBackups(part: Part, isLeftOut: (tel: string) => boolean): Part {
	if (!part.json.includes('"BackupTels"')) return part;
	const entry: unknown = JSON.parse(part.json);
	if (!isRecord(entry)) return part;
	const { BackupTels, ...others } = entry;
	const backups = String(BackupTels).split(',');
	const kept = backups.filter((tel) => !isLeftOut(tel));
	const count = backups.length - kept.length;
	if (count === 0) return part;
	const json = JSON.stringify(kept.length > 0 ? { ...others, BackupTels: kept.join(',') } : others);
	const [numbers, are] = count === 1 ? ['backup number is', 'was'] : ['backup numbers are', 'were'];
	const warning = `${count} ${numbers} on the list of 'Do Not Call' and ${are} left out`;
	const warnings = [...(part.warnings ?? []), warning];
	return { ...part, json, size: encodedLength(json), warnings };
}

const TEL = '{"Tel":"';

/** The same with another number; undefined where its entry does not begin with one of the same length. */
export function withTel(part: Part, tel: string): Part | undefined {
	const begins = `${TEL}${part.tel}"`;
	if (part.tel.length !== tel.length || !part.json.startsWith(begins)) return undefined;
	const json = `${TEL}${tel}"${part.json.slice(begins.length)}`;
	return { group: part.group, tel, json, size: part.size };
}
