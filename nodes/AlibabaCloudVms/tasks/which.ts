import type { IExecuteFunctions } from 'n8n-workflow';
import { failWrong, type Result } from '../gateway/failure';
import { check, missing } from '../input/check';
import type { Given, Ignored, Read } from '../input/given';
import { read, readOne } from '../input/read';
import { fieldsBelow } from '../input/source';
import type { Catalogue } from '../parameters/catalogue';
import { identity } from '../parameters/identity';
import type { Row } from '../parameters/parameter';
import { quote } from '../text';
import { isIdentity } from './compare';
import { idOf, type TaskKey } from './state';

const [taskId, enterprise] = identity;

/**
 * The given values, with the credential's enterprise where the item names none. A column that may well be
 * about a customer's company does not lead to another call center.
 */
function withDefaults(given: Given[], enterpriseId: string): Given[] {
	if (!enterprise || !enterpriseId) return given;
	const fromCredential: Given = {
		row: enterprise,
		label: 'Default Enterprise ID',
		value: enterpriseId,
	};
	const own = given.find(({ row, value }) => row === enterprise && value !== '');
	if (!own) return [fromCredential, ...given.filter(({ row }) => row !== enterprise)];
	if (
		!own.isDoubtful ||
		idOf(readOne(own).reading.wire) === idOf(readOne(fromCredential).reading.wire)
	) {
		return given;
	}
	const problem = `is ${quote(own.value)}, and the credential says ${quote(enterpriseId)}; if the column is about a customer's company, leave it out by 'Columns to Ignore', and if it is the call center, call it "${enterprise.api}"`;
	const { row, label, column } = own;
	return given.map((one) => (one === own ? { row, label, column, problem } : one));
}

/** The fields with the task's IDs as the service writes them: 01 and 1 are one task, and one enterprise. */
const identified = (fields: readonly Read[]): Read[] =>
	fields.map((field) => {
		const { reading } = field;
		if (!isIdentity(field) || !reading.wire) return field;
		const wire = idOf(reading.wire);
		return wire === reading.wire ? field : { ...field, reading: { ...reading, wire } };
	});

/** Which task; both parameters are known to be there. */
export function taskOf(fields: readonly Read[]): TaskKey {
	const wireOf = (row?: Row) => fields.find((field) => field.row === row)?.reading.wire ?? '';
	return { enterpriseId: wireOf(enterprise), taskId: wireOf(taskId) };
}

/** The task that an item asks about, as far as that can be read. */
export const taskIn = (asked: Result<readonly Read[]>): TaskKey | undefined =>
	asked.ok ? taskOf(asked.value) : asked.failure.task;

export interface About {
	catalogue: Catalogue;
	/** The credential's default, '' where it has none. */
	enterpriseId: string;
	/** The workflow's time zone, an IANA name. */
	zone: string;
}

/** Reads the values of an item that is about a task; what does not apply is left out. */
export function readAbout(
	given: Given[],
	{ catalogue, enterpriseId, zone }: About,
): { fields: Read[]; ignored: Ignored[] } {
	const { fields, ignored } = read(withDefaults(given, enterpriseId), catalogue, zone);
	return { fields: identified(fields), ignored };
}

/** A cell that is empty makes a list of one task a list of all. */
const EMPTY = 'Filters that were empty for an item, and left nothing out for it';

/**
 * Reads items that ask for something, from the fields of the node: what is missing or wrong is a failure of
 * the item, and nothing is sent for it.
 */
export function questionsOf(
	context: IExecuteFunctions,
	about: About & { note?(topic: string, name: string, remark: () => string): void },
): (itemIndex: number) => Result<Read[]> {
	const { catalogue, note } = about;
	const source = fieldsBelow(context, catalogue);
	const noteEmpty = (given: readonly Given[], tell: NonNullable<typeof note>) => {
		for (const { row, label } of source.added) {
			if (!given.some((one) => one.row === row)) tell(EMPTY, label, () => '');
		}
	};
	return (itemIndex) => {
		const { given } = source.collect(itemIndex).value;
		const { fields } = readAbout(given, about);
		const issues = [...missing(fields, catalogue), ...check(fields, catalogue)];
		if (note) noteEmpty(given, note);
		for (const { label, reading } of fields) {
			const { warning } = reading;
			if (warning) note?.('Worth a second look', label, () => ` ${warning}`);
		}
		if (issues.length === 0) return { ok: true, value: fields };
		const description = 'Nothing was sent for this item.';
		return failWrong(issues, description, { task: taskOf(fields) });
	};
}
