import type { IDataObject } from 'n8n-workflow';
import { chinaTime } from '../parameters/chinaTime';
import { momentText } from '../parameters/encoders/range';
import { recordOf } from '../records';

/** What is known of the members of an answer's entries, by the API's names. */
export interface EntryForm {
	/** What a person looks for first in a table, in that order; the others follow as they come. */
	first: readonly string[];
	/** Counts and codes, which the service writes as texts. */
	numbers: readonly string[];
	/** Seconds since 1970; 0 and nothing stand for what did not happen. */
	moments?: readonly string[];
}

const NUMBER = /^-?\d{1,15}(?:\.\d+)?$/;

function momentOf(value: IDataObject[string]): IDataObject[string] {
	if (value === '' || value === null || String(value) === '0') return null;
	const text = String(value);
	return /^\d{10}$/.test(text) ? momentText(chinaTime(Number(text) * 1000)) : value;
}

const numberOf = (value: IDataObject[string]): IDataObject[string] =>
	typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;

/**
 * Brings entries into the form of an output: numbers as numbers, IDs and phone numbers as they came, moments
 * as China time.
 */
export function entryShaper({ first, numbers, moments = [] }: EntryForm) {
	const ways = new Map([
		...numbers.map((name) => [name, numberOf] as const),
		...moments.map((name) => [name, momentOf] as const),
	]);
	/** The entries of an answer have the same names. */
	let names: readonly string[] = [];
	let ordered: ReadonlyArray<readonly [string, typeof numberOf | undefined]> = [];
	return (entry: IDataObject): IDataObject => {
		const own = Object.keys(entry);
		if (own.length !== names.length || own.some((name, place) => name !== names[place])) {
			names = own;
			const known = first.filter((name) => own.includes(name));
			ordered = [...new Set([...known, ...own])].map((name) => [name, ways.get(name)]);
		}
		const json = recordOf<IDataObject[string]>([]);
		for (const [name, way] of ordered) json[name] = way ? way(entry[name]) : entry[name];
		return json;
	};
}
