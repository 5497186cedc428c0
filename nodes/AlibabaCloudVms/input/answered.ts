import type { IDataObject } from 'n8n-workflow';

const NUMBER = /^-?\d{1,15}(?:\.\d+)?$/;

/** A number that the service writes as a text; anything else as it is. */
export const numberOf = (value: IDataObject[string]): IDataObject[string] =>
	typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;

/** Names of an answer: these first, in their order, and the others as they come. */
export const inOrder = (names: readonly string[], first: readonly string[]): readonly string[] => [
	...new Set([...first.filter((name) => names.includes(name)), ...names]),
];

/** Keeps what was made of the names of the answer before: those of an execution have mostly the same. */
export function forSameNames<T>(
	make: (names: readonly string[]) => T,
): (names: readonly string[]) => T {
	let before: { names: readonly string[]; made: T } | undefined;
	return (names) => {
		const isSame =
			before?.names.length === names.length &&
			names.every((name, place) => name === before?.names[place]);
		if (!before || !isSame) before = { names, made: make(names) };
		return before.made;
	};
}
