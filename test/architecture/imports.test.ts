import { circleIn, importsBelow, type Import } from '../support/imports';

const arrows = (...pairs: string[]): Import[] =>
	pairs.map((pair) => {
		const [from = '', to = ''] = pair.split(' > ');
		return { from, to };
	});

describe('reading imports', () => {
	const ofFile = (file: string) =>
		importsBelow('test/support')
			.filter(({ from }) => from === `test/support/${file}`)
			.map(({ to }) => to);

	test('finds files, packages and modules of Node.js', () => {
		expect(ofFile('imports.ts')).toEqual([
			'node:fs',
			'node:path',
			'typescript',
			'engine/environment.ts',
		]);
	});

	test('finds what is imported for its types alone', () => {
		const inEmulator = importsBelow('emulator');
		expect(inEmulator).toContainEqual({
			from: 'emulator/actions/action.ts',
			to: 'emulator/tasks/store.ts',
		});
	});

	test('finds folders and re-exports', () => {
		const inEmulator = importsBelow('emulator');
		expect(inEmulator).toContainEqual({
			from: 'emulator/gateway/gateway.ts',
			to: 'emulator/actions/index.ts',
		});
		expect(inEmulator).toContainEqual({ from: 'emulator/index.ts', to: 'emulator/keys.ts' });
	});

	test.each([
		{ imports: arrows('a > a'), circle: ['a'] },
		{ imports: arrows('a > b', 'b > a'), circle: ['a', 'b'] },
		{ imports: arrows('a > b', 'b > c', 'c > d', 'd > b'), circle: ['b', 'c', 'd'] },
		{ imports: arrows('a > b', 'c > d', 'd > e', 'e > c'), circle: ['c', 'd', 'e'] },
		{ imports: arrows('a > b', 'a > c', 'b > d', 'c > d', 'd > e'), circle: [] },
	])('sees the circle $circle in $imports', ({ imports, circle }) => {
		expect(circleIn(imports)).toEqual(circle);
	});
});

describe('the emulator', () => {
	const imports = importsBelow('emulator');

	test('has no circle of imports', () => {
		expect(circleIn(imports)).toEqual([]);
	});

	test('takes nothing from elsewhere but Node.js', () => {
		const elsewhere = imports.filter(
			({ to }) => !to.startsWith('emulator/') && !to.startsWith('node:'),
		);
		expect(elsewhere).toEqual([]);
	});

	test('gathers its settings at the top: no mechanism knows of them all', () => {
		const gatherers = imports.filter(({ to }) => to === 'emulator/settings.ts');
		expect(gatherers.map(({ from }) => from)).toEqual([
			'emulator/cli/settingsFile.ts',
			'emulator/emulator.ts',
			'emulator/index.ts',
		]);
	});
});
