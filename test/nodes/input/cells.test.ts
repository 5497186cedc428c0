import { onceForEach } from '../../../nodes/AlibabaCloudVms/input/cells';

test.each<[what: string, cells: unknown[], made: number]>([
	['equal texts', ['a', 'b', 'a', 'b'], 2],
	['what is nothing', [null, undefined, null, undefined], 2],
	['the list of a fixed field, which is the same for every item', Array(3).fill(['2000']), 1],
	['equal lists, since nobody looks into them', [['2000'], ['2000']], 2],
])('is made once for each of %s', (_what, cells, made) => {
	let count = 0;
	const make = onceForEach((cell) => ({ cell, place: count++ }));
	for (const cell of cells) expect(make(cell).cell).toBe(cell);
	expect(count).toBe(made);
});
