import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../engine/environment';
import { callTask } from '../nodes/AlibabaCloudVms/parameters';
import { pages } from '../scripts/pages';

const { sections } = callTask;

const read = (file: string) => readFileSync(path.join(packageFolder, file), 'utf8');

it.each(Object.entries(pages))(
	'docs/%s is what the catalogue prints; run `npm run docs`',
	(file, print) => expect(read(`docs/${file}`)).toBe(print()),
);

it.each(sections.map(({ property }) => property.displayName))(
	'the README names the section %s',
	(section) => expect(read('README.md')).toContain(`**${section}**`),
);

it.each(
	[
		'README.md',
		'README.zh-CN.md',
		'CONTRIBUTING.md',
		'examples/README.md',
		...readdirSync(path.join(packageFolder, 'docs')).flatMap((file) =>
			file.endsWith('.md') ? [`docs/${file}`] : [],
		),
	].filter((file) => existsSync(path.join(packageFolder, file))),
)('every relative link of %s leads to a file', (file) => {
	const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
		([, link]) => link ?? '',
	);
	const missing = links.filter(
		(link) => !existsSync(path.join(packageFolder, path.dirname(file), link)),
	);
	expect(missing).toEqual([]);
});

/** A node with its name and its subtitle below, or a note. */
interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

interface Drawn {
	name: string;
	type: string;
	position: [number, number];
	parameters?: { width?: number; height?: number };
}

/** Names and subtitles are wider than the node, and take two lines below it. */
const [NODE_SIZE, BESIDE, BELOW] = [96, 60, 60];
const [NOTE_WIDTH, NOTE_HEIGHT] = [240, 160];

function boxOf({
	name,
	type,
	position: [left, top],
	parameters: { width, height } = {},
}: Drawn): Box {
	return type.endsWith('.stickyNote')
		? {
				name,
				left,
				top,
				right: left + (width ?? NOTE_WIDTH),
				bottom: top + (height ?? NOTE_HEIGHT),
			}
		: {
				name,
				left: left - BESIDE,
				top,
				right: left + NODE_SIZE + BESIDE,
				bottom: top + NODE_SIZE + BELOW,
			};
}

const meet = (one: Box, other: Box): boolean =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

it.each(readdirSync(path.join(packageFolder, 'examples')).filter((file) => file.endsWith('.json')))(
	'no note of examples/%s lies under the name or the subtitle of a node',
	(file) => {
		const { nodes } = JSON.parse(read(`examples/${file}`)) as { nodes: Drawn[] };
		const isNote = ({ type }: Drawn) => type.endsWith('.stickyNote');
		const notes = nodes.filter(isNote).map(boxOf);
		const others = nodes.filter((node) => !isNote(node)).map(boxOf);
		expect(
			notes.flatMap((note) =>
				others.filter((other) => meet(note, other)).map(({ name }) => `${note.name}, ${name}`),
			),
		).toEqual([]);
	},
);
