import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../../engine/environment';
import { example } from './support/runExample';

const inFolder = (folder: string, end: string): string[] =>
	readdirSync(path.join(packageFolder, folder))
		.filter((name) => name.endsWith(end))
		.map((name) => `${folder}/${name}`);

const textOf = (file: string): string => readFileSync(path.join(packageFolder, file), 'utf8');

const files = inFolder('examples', '.json').map((file) => path.basename(file));

/** Widths of a letter, heights of a line and of a node with the texts below it, in n8n's editor, in pixels. */
const LETTER = 6.6;
const LINE = 19;
const MARGIN = 45;
const NODE = { width: 96, height: 170 };

test.each(files)('%s is run by a test and listed for people', (file) => {
	const tests = [...inFolder('test/examples', '.test.ts'), 'test/e2e/examples.e2e.ts'];
	expect(tests.filter((one) => textOf(one).includes(file))).not.toEqual([]);
	expect(textOf('examples/README.md')).toContain(`[${file}](${file})`);
});

describe.each(files)('the notes of %s', (file) => {
	test('hold their text and lie under no node and none of its words', async () => {
		const { nodes } = await example(file);
		const notes = nodes.filter(({ type }) => type.endsWith('.stickyNote'));
		expect(notes).not.toEqual([]);
		for (const { name, parameters, position } of notes) {
			const { content, width, height } = parameters as Record<string, string | number>;
			const across = (Number(width) - 40) / LETTER;
			const lines = String(content)
				.split('\n')
				.map((line) => Math.max(1, Math.ceil(lengthOf(line) / across)));
			const needed = lines.reduce((sum, count) => sum + count, 0) * LINE + MARGIN;
			expect([name, Number(height) >= needed ? 'high enough' : needed]).toEqual([
				name,
				'high enough',
			]);
			const [left, top] = position;
			const under = nodes.filter(
				({ type, position: [x, y] }) =>
					!type.endsWith('.stickyNote') &&
					x < left + Number(width) &&
					left < x + NODE.width &&
					y < top + Number(height) &&
					top < y + NODE.height,
			);
			expect([name, under.map((node) => node.name)]).toEqual([name, []]);
		}
	});
});

/** A Chinese character is twice as wide as a Latin letter. */
function lengthOf(line: string): number {
	return [...line].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
}
