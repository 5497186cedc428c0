import type { IDataObject } from 'n8n-workflow';
import { CHINA_OFFSET_MS, chinaTime } from '../parameters/chinaTime';
import { recordOf } from '../records';
import { twoDigits } from '../text';
import { forSameNames, inOrder, numberOf } from './answered';

/** What is known of the members of an answer's entries, by the API's names. */
export interface EntryForm {
	/** What a person looks for first in a table, in that order; the others follow as they come. */
	first: readonly string[];
	/** Counts and codes, which the service writes as texts. */
	numbers: readonly string[];
	/** Seconds since 1970; 0 and nothing stand for what did not happen. */
	moments?: readonly string[];
}

const DAY_SECONDS = 24 * 60 * 60;

/** Reads moments; those of a list are mostly of one day, which is written once. */
function momentReader(): (value: IDataObject[string]) => IDataObject[string] {
	let before = { number: Number.NaN, text: '' };
	return (value) => {
		if (value === '' || value === null || value === 0 || value === '0') return null;
		const seconds = Number(value);
		if (!/^\d{10}$/.test(String(value))) return value;
		const local = seconds + CHINA_OFFSET_MS / 1000;
		const number = Math.floor(local / DAY_SECONDS);
		if (number !== before.number) before = { number, text: chinaTime(seconds * 1000).day };
		const time = local - number * DAY_SECONDS;
		const [hour, minute] = [Math.floor(time / 3600), Math.floor(time / 60) % 60];
		return `${before.text} ${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(time % 60)}`;
	};
}

/**
 * Brings entries into the form of an output: numbers as numbers, IDs and phone numbers as they came, moments
 * as China time.
 */
export function entryShaper({ first, numbers, moments = [] }: EntryForm) {
	const momentOf = momentReader();
	const ways = new Map([
		...numbers.map((name) => [name, numberOf] as const),
		...moments.map((name) => [name, momentOf] as const),
	]);
	const ordered = forSameNames((names) =>
		inOrder(names, first).map((name) => [name, ways.get(name)] as const),
	);
	return (entry: IDataObject): IDataObject =>
		recordOf(
			ordered(Object.keys(entry)).map(
				([name, way]) => [name, way ? way(entry[name]) : entry[name]] as const,
			),
		);
}
