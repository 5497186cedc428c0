import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { packageFolder } from '../../engine/environment';
import { operations } from '../../nodes/AlibabaCloudVms/operations';
import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import { CONTINUE, useBench } from '../support/bench';
import { RUNNING } from '../nodes/tasks/scene';

const read = (file: string) => readFileSync(path.join(packageFolder, 'docs', file), 'utf8');

interface Row {
	key: string;
	type: string;
}

/** The tables of a page: one of keys and types for each chapter. */
const chaptersOf = (file: string): Row[][] =>
	read(file)
		.split(/^## /m)
		.slice(1)
		.map((chapter) =>
			[...chapter.matchAll(/^\| `([\w.]+)` +\| (.+?) +\| \S/gm)].map(([, key = '', type = '']) => ({
				key,
				type,
			})),
		);

const ENGLISH = {
	文本: 'text',
	数字: 'number',
	对象: 'object',
	列表: 'list',
	true: 'true',
	null: 'null',
} as const;

const english = (type: string): string =>
	type
		.split('或')
		.map((word) => ENGLISH[word.trim() as keyof typeof ENGLISH])
		.join(' or ');

const [first, preview, update, answered, create, lifecycle, imported, deleted] = chaptersOf(
	'outputs.md',
) as [Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[]];

test('both pages have the same keys and types', () => {
	const chinese = chaptersOf('outputs.zh-CN.md').map((rows) =>
		rows.map(({ key, type }) => ({ key, type: english(type) })),
	);
	expect(chinese).toEqual(chaptersOf('outputs.md'));
	expect(answered).toHaveLength(30);
});

test('each key of the node is a column that is known where its output is mapped', () => {
	const keys = chaptersOf('outputs.md').flatMap((rows) => rows.map(({ key }) => key));
	const own = keys.filter((key) => /^[a-z]\w*$/.test(key));
	expect(own).toEqual(expect.arrayContaining(['action', 'calls', 'plan']));
	const { columns } = callTask;
	const isKnown = (key: string) => {
		const meaning = columns.meaningOf(key);
		return meaning.row !== undefined || meaning.isKnown;
	};
	expect(own.filter((key) => !isKnown(key))).toEqual([]);
});

test.each(['outputs.md', 'outputs.zh-CN.md'])('docs/%s is about every operation', (file) => {
	const page = read(file);
	const about = (name: string) =>
		new RegExp(`^## (?:.*[,、] ?)?${name}(?:[,、].*)?$`, 'm').test(page) ||
		page.includes(`**${name}**`);
	expect(operations.map(({ option }) => option.name).filter((name) => !about(name))).toEqual([]);
});

const typeOf = (value: unknown): string => {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'list';
	if (value === true) return 'true';
	return typeof value === 'string' ? 'text' : typeof value;
};

/** Keys with their types, those of `details` too. */
const told = ({ details, ...json }: IDataObject): Row[] => {
	const more = Object.entries(details as IDataObject).filter(([key]) => key !== 'warnings');
	return [
		...Object.entries({ ...json, details }).map(([key, value]) => ({ key, type: typeOf(value) })),
		...more.map(([key, value]) => ({
			key: `details.${key}`,
			type: typeOf(value),
		})),
	];
};

/** A paused task of the seed. */
const PAUSED = '133227';

const bench = useBench();

/** What a case gives beside the keys that every item of its operation has. */
interface Case {
	parameters: INodeParameters;
	items?: IDataObject[];
	pages: Row[][];
	/** Keys of the pages that are not there, as their tables say. */
	without?: string[];
	/** Whether the service's answer stands beside them, whatever it has. */
	isMore?: true;
}

const NUMBER = { operation: 'importNumbers', batchName: 'A', fieldsFrom: 'input' };
const SENT = ['RequestId'];
const ON_DEMAND = [
	'request',
	'explorer',
	'resumed',
	'verified',
	'notVerified',
	'undo',
	'undoLacks',
];

const cases: Array<[string, Case]> = [
	['a preview', { parameters: { operation: 'preview', details: { name: 'A' } }, pages: [preview] }],
	[
		'a row that a preview refuses',
		{ parameters: { operation: 'preview', details: { name: '' }, taskId: 'x' }, pages: [preview] },
	],
	[
		'an update',
		{
			parameters: { operation: 'update', details: { name: 'A' } },
			pages: [update, answered],
			without: ON_DEMAND,
		},
	],
	[
		'an update with all that is there on demand',
		{
			parameters: {
				operation: 'update',
				taskId: RUNNING,
				details: { name: 'A' },
				options: {
					includeRequestParameters: true,
					verifyAfterUpdate: true,
					includeUndo: true,
					whenTaskIsRunning: 'pauseUpdateResume',
				},
			},
			pages: [update, answered],
		},
	],
	[
		'a row that changes nothing',
		{
			parameters: { operation: 'update', options: { onlySendWhatDiffers: true } },
			pages: [update],
			without: [...ON_DEMAND, ...SENT],
		},
	],
	[
		'a start',
		{
			parameters: { operation: 'start', taskId: '133225' },
			pages: [lifecycle],
			without: ['endsAt'],
		},
	],
	[
		'a pause',
		{
			parameters: { operation: 'pause', taskId: RUNNING },
			pages: [lifecycle],
			without: ['endsAt'],
		},
	],
	[
		'an end',
		{
			parameters: {
				operation: 'end',
				taskId: PAUSED,
				confirmEnd: true,
				options: { waitUntilDone: false },
			},
			pages: [lifecycle],
		},
	],
	['a deletion', { parameters: { operation: 'delete' }, pages: [lifecycle], without: ['endsAt'] }],
	[
		'a deletion of numbers',
		{
			parameters: { operation: 'deleteNumbers', which: { tels: '13800000001' } },
			pages: [deleted],
		},
	],
	[
		'a creation',
		{
			parameters: {
				operation: 'create',
				type: 1,
				name: 'A',
				agents: { cnos: '2000' },
				options: { includeRequestParameters: true },
			},
			pages: [create],
			isMore: true,
		},
	],
	['an import', { parameters: NUMBER, items: [{ Tel: '13800000001' }], pages: [imported] }],
];

test.each(cases)('%s gives the keys of the page, with their types', async (_name, one) => {
	const { parameters, items, pages, without = [] } = one;
	const { output } = await bench.run(parameters, { items, node: CONTINUE });
	const [{ json } = { json: {} }] = output;
	expect(json).not.toHaveProperty('error');
	const rows = [...first, ...pages.flat()].filter(({ key }) => !without.includes(key));
	const listed = new Set(rows.map(({ key }) => key));
	const given = told(json).filter(({ key }) => !one.isMore || listed.has(key));
	expect(given.map(({ key }) => key).sort()).toEqual([...listed].sort());
	const isTold = ({ key, type }: Row) =>
		rows.some((row) => row.key === key && row.type.split(' or ').includes(type));
	expect(given.filter((row) => !isTold(row))).toEqual([]);
});
