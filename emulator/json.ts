/**
 * A JSON number written digit by digit. The vendor sends ids as JSON numbers, some above 2^53,
 * which a JavaScript number would round.
 */
export class JsonNumber {
	/** @param literal a valid JSON number, e.g. "133224000000000017" or "19.00" */
	constructor(readonly literal: string) {}
}

export type Json =
	| string
	| number
	| boolean
	| null
	| JsonNumber
	| readonly Json[]
	| { readonly [name: string]: Json };

export type JsonObject = { readonly [name: string]: Json };

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Compact JSON text; like JSON.stringify, but JsonNumber keeps its digits. */
export function toJson(value: Json): string {
	if (value instanceof JsonNumber) return value.literal;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	if (isArray(value)) return `[${value.map(toJson).join(',')}]`;
	const members = Object.entries(value).map(([name, member]) => {
		return `${JSON.stringify(name)}:${toJson(member)}`;
	});
	return `{${members.join(',')}}`;
}
