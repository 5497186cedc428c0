import { createSeed } from '../emulator';

const [TEMPLATE] = createSeed();

/** A task as a list has it, the numbers of its place in a list of many. */
export const listedTask = (place: number) => ({
	...TEMPLATE,
	Id: 500_000 + place,
	Name: `回访 ${place}`,
	Status: place % 4,
	Type: 1,
});
