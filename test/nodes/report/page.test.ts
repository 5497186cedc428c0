import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { ScheduleFacts } from '../../../nodes/AlibabaCloudVms/calling/schedule';
import { DAY, dayOfDate } from '../../../nodes/AlibabaCloudVms/calling/wallClock';
import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { choicesOf, zhOf } from '../../../nodes/AlibabaCloudVms/parameters/words';
import { callsText } from '../../../nodes/AlibabaCloudVms/report/callsText';
import { changesIn } from '../../../nodes/AlibabaCloudVms/report/changes';
import type { ReportItem } from '../../../nodes/AlibabaCloudVms/report/entries';
import { reportPage } from '../../../nodes/AlibabaCloudVms/report/page';
import { TEXTS } from '../../../nodes/AlibabaCloudVms/report/texts';
import { callsWith, NOW } from '../calling/given';
import { campaign, change, OPTIONS, outputOf, viewOf } from './samples';

const pageOf = (items: readonly ReportItem[], more: Partial<typeof OPTIONS> = {}): string =>
	reportPage(items, { ...OPTIONS, ...more });

/** What a browser would show, more or less: the text between the tags of the table. */
const textIn = (html: string): string =>
	(/<tbody>([^]*)<\/tbody>/.exec(html)?.[1] ?? '')
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/[ \n]+/g, ' ');

/** Tags and their attributes without what stands between them. */
const skeletonOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

const rowOf = (api: string) => {
	const row = callTask.rows.find((one) => one.api === api);
	if (!row) throw new Error(`There is no row ${api}`);
	return row;
};
const zhOfRow = (api: string) => rowOf(api).zh;
const zhChoice = (api: string, value: number) =>
	choicesOf(rowOf(api).property).flatMap((one) => (one.value === value ? [zhOf(one)] : []))[0];

const ROW = /<tr><th scope=row>/g;
const rowsIn = (html: string): number => html.match(ROW)?.length ?? 0;

test('what somebody has to look at stands first, with its reasons, changes and warnings', async () => {
	const text = textIn(pageOf(await campaign()));
	const order = ['133250', '133226', '133224', '133225', '133240', '133230', '133231'];
	expect([...order].sort((a, b) => text.indexOf(a) - text.indexOf(b))).toEqual(order);
	for (const said of [
		'Name not known 133250 · item\u00a06 Not clear: may have been applied The gateway did not answer in time',
		'133226 · not started · predictive · item\u00a02 Would be refused &#39;Customer Timeout&#39; is 90',
		'Customer Timeout 20 → 45 Auto Start off → on',
		'The task would call outside of your calling hours (09:00 to 21:00)',
		'Afterwards: every day 10:00 to 18:00, from 1 December to 24 December 2026',
		'Now: never: Auto Start is off, started by hand only',
		'Unchanged: never: the task has ended and cannot start again',
	]) {
		expect(text).toContain(said);
	}
});

test('the same in Chinese', async () => {
	const html = pageOf(await campaign(), { language: 'zh' });
	const text = textIn(html);
	expect(html).toContain('<html lang=zh-CN>');
	expect(html).toContain('<h1>外呼任务变更预览</h1>');
	for (const said of [
		'名称未知 133250 · 条目\u00a06 结果不明：可能已生效',
		'133226 · 未开始 · 预测式 · 条目\u00a02 将被拒绝',
		'客户超时时间 20 → 45 定时开始 关闭 → 开启',
		'禁呼时间 （空） → 50',
		'更改后： 12-01 至 12-09 每日 10:00–18:00，至 2026-12-24 20:00 为止',
		'现在： 不会自动外呼：未开启定时开始，只能手动启动',
	]) {
		expect(text).toContain(said);
	}
});

test('counts items by what became of them, and those with warnings', async () => {
	const html = pageOf(await campaign());
	const counts = [...html.matchAll(/<dt>([^<]*)<\/dt><dd>(\d+)<\/dd>/g)].map(([, word, count]) => [
		word,
		Number(count),
	]);
	expect(counts).toEqual([
		['items', 7],
		['Not clear: may have been applied', 1],
		['Would be refused', 1],
		['Would be updated', 3],
		['Would stay as it is', 2],
		['with warnings', 1],
	]);
});

test('what is the very same stands once, and is counted by its items', () => {
	const json = outputOf({ action: 'imported', summary: 'Imported into batch 7, one of 500' });
	const html = pageOf([
		...Array.from({ length: 500 }, (_none, item) => ({ item, json })),
		{ item: 500, json: outputOf({ action: 'skipped', summary: 'Not imported' }) },
	]);
	expect(rowsIn(html)).toBe(2);
	expect(textIn(html)).toContain('500\u00a0items Imported Imported into batch 7');
	expect(html).toContain('<dt>items</dt><dd>501</dd>');
	expect(html).not.toContain('When people are called');
});

test.each(['__proto__', 'constructor', 'toString', 'somethingNew'])(
	'an action and an operation of the name %s are shown as they are',
	(name) => {
		const html = pageOf([{ item: 0, json: outputOf({ action: name }) }], {
			operation: { name, label: `The ${name}` },
		});
		expect(html).toContain(`<h1>Call tasks: The ${name}</h1>`);
		expect(textIn(html)).toContain(` ${name} `);
	},
);

test('enterprises are named where there are several', () => {
	const one = { item: 0, json: outputOf({}) };
	expect(pageOf([one])).not.toContain('enterprise 8001647');
	const other = { item: 1, json: { ...outputOf({}), EnterpriseId: '8001654' } };
	const html = pageOf([one, other]);
	expect(html).toContain('enterprise 8001647');
	expect(html).toContain('enterprise 8001654');
});

test('holidays, and years of which none are published', async () => {
	const far = { autoStartDay: '2039-12-25' };
	const html = pageOf([
		{ item: 0, json: outputOf({}), view: await viewOf({ autoStartDay: '2026-09-30', status: 1 }) },
		{ item: 1, json: outputOf({ id: '2' }), view: await viewOf(far) },
	]);
	expect(html).toContain('This version of the node does not know the holidays of 2039 yet.');
	expect(html).toContain('This version of the node does not know the holidays of 2040 yet.');
	const facts = { autoStartDay: '2026-09-30', status: 1 };
	const view = await viewOf(facts, facts, { day: '2026-09-28', time: '10:00:00' });
	const october = pageOf([{ item: 0, json: outputOf({}), view }], { language: 'zh' });
	expect(october).toMatch(/法定节假日：2026-10-01 国庆节，/);
	expect(october.match(/<rect class=h x=/g)).not.toHaveLength(0);
});

describe('a file that loads and runs nothing', () => {
	test.each(['en', 'zh'] as const)('in the language %s', async (language) => {
		const html = pageOf(await campaign(), { language });
		const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
		const hash = createHash('sha256').update(style).digest('base64');
		expect(html).toContain(
			`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
		);
		expect(html).not.toMatch(/<(script|img|link|iframe|object|embed|a|form|base|foreignObject)\b/i);
		expect(html).not.toMatch(/\b(?:https?:|data:|url\(|@import|src=|on\w+=)/i);
		for (const [, to] of html.matchAll(/href=(\S+)/g)) expect(to).toMatch(/^#s\w+$/);
	});

	const HOSTILE = [
		'<script>alert(1)</script>',
		'</style><style>*{display:none}',
		'"><img src=x onerror=alert(1)>',
		"' onload='x",
		'<!--',
		']]>',
		'</svg><svg onload=x>',
		'&lt;b&gt;',
		'\u202Egnp.exe',
		'\0\uD800',
	];
	const anyText = fc.oneof(
		fc.constantFrom(...HOSTILE),
		fc.string({ unit: 'binary', maxLength: 300 }),
	);

	test('whatever strangers write is text', async () => {
		const view = await viewOf({ autoStart: false }, { autoStartDay: '2026-12-01' });
		const itemsWith = (of: (part: string) => string): ReportItem[] => [
			{
				item: 0,
				json: {
					...outputOf({
						id: of('id'),
						name: of('name'),
						action: 'update',
						changes: [change('Name', of('label'), of('from'), of('to'))],
						warnings: [of('warning')],
					}),
					reason: of('reason').replaceAll('\n', ' '),
				},
				view,
			},
			{
				item: 1,
				failed: {
					message: of('message'),
					description: of('description'),
					isOpen: false,
					taskId: of('task'),
					taskName: of('name'),
					changes: [change('Name', of('label'), of('from'), of('to'))],
				},
			},
		];
		// As text that is not empty, so that as many elements are there.
		const page = (of: (part: string) => string) =>
			pageOf(
				itemsWith((part) => `x${of(part)}`),
				{
					workflow: of('workflow'),
					operation: { name: of('operation'), label: of('label') },
				},
			);
		const plain = skeletonOf(page((part) => part));
		fc.assert(
			fc.property(anyText, (text) => {
				const html = page(() => text);
				expect(skeletonOf(html)).toEqual(plain);
				expect(html).not.toMatch(
					/[\0\u202A-\u202E\u2066-\u2069\u200B]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/,
				);
			}),
			{ examples: HOSTILE.map((text): [string] => [text]) },
		);
	});
});

describe('under a megabyte', () => {
	const MEGABYTE = 1_000_000;
	const bytesOf = (html: string) => Buffer.byteLength(html);

	test('a thousand tasks, each with a schedule of its own, in full', async () => {
		const items = await Promise.all(
			Array.from({ length: 1000 }, async (_none, item): Promise<ReportItem> => {
				const [hour, minute] = [10 + (item % 8), item % 60].map((one) =>
					String(one).padStart(2, '0'),
				);
				const stop = { autoStop: true, autoStopDay: '2026-12-31' };
				return {
					item,
					json: outputOf({
						id: String(133000 + item),
						name: `双十一回访（第 ${item} 批）`,
						changes: [
							change('AutoStopTime', 'Stop Time', '18:00:00', `${hour}:${minute}:00`),
							change('CustomerTimeout', 'Customer Timeout', 20, 45),
						],
						summary: `Stop Time 18:00:00 → ${hour}:${minute}:00; Customer Timeout 20 → 45`,
					}),
					view: await viewOf(
						{ status: 1, autoTaskType: 1, autoTriggerTimeStrategy: ['9', '22'], ...stop },
						{
							status: 1,
							autoTaskType: 1,
							autoTriggerTimeStrategy: ['30'],
							...stop,
							autoStopTime: `${hour}:${minute}:00`,
						},
					),
				};
			}),
		);
		const html = pageOf(items);
		expect(bytesOf(html)).toBeLessThan(MEGABYTE);
		expect(rowsIn(html)).toBe(1000);
		expect(html).not.toContain(TEXTS.en.shortRows);
	});

	const LONG = '长'.repeat(500) + '<&"\''.repeat(125);

	/** Everything as long as anybody can make it. */
	const long = (item: number): ReportItem => ({
		item,
		json: outputOf({
			id: String(item),
			name: LONG,
			changes: Array.from({ length: 48 }, () => change('Name', LONG, LONG, LONG)),
			warnings: Array.from({ length: 30 }, () => LONG),
		}),
	});

	test('a thousand rows of the longest values: all of them, the last ones in short', () => {
		const html = pageOf(Array.from({ length: 1000 }, (_none, item) => long(item)));
		expect(bytesOf(html)).toBeLessThan(MEGABYTE);
		expect(rowsIn(html)).toBe(1000);
		expect(html).toContain(TEXTS.en.shortRows);
		expect(html).toContain('and 33 more changes');
		expect(html).toContain('and 24 more');
		expect(html).not.toContain('长'.repeat(401));
	});

	test('ten thousand rows: as many as there is room for, and how many are not there', () => {
		const html = pageOf(
			Array.from({ length: 10_000 }, (_none, item) => ({
				item,
				json: outputOf({ id: String(item), summary: 'The same values once more' }),
			})),
		);
		expect(bytesOf(html)).toBeLessThan(MEGABYTE);
		const left = 10_000 - rowsIn(html);
		expect(left).toBeGreaterThan(0);
		expect(html).toContain(`${left} more items are in the output of the node`);
		expect(html).toContain('<dt>items</dt><dd>10000</dd>');
	});
});

test.each<[IDataObject, en: string, zh: string]>([
	[
		{ field: 'CallStrategy', label: 'Agent Selection', from: 1, to: 2, words: 'One → Two' },
		'Agent Selection: One → Two',
		`${zhOfRow('CallStrategy')}: ${zhChoice('CallStrategy', 1)} → ${zhChoice('CallStrategy', 2)}`,
	],
	[
		{ field: 'CallStrategy', label: 'Agent Selection', from: 'x', to: '' },
		'Agent Selection: x → (empty)',
		`${zhOfRow('CallStrategy')}: x → （空）`,
	],
	[
		{ field: 'UserFields', label: 'User Fields', from: null, to: [{ a: '1' }], words: 'in words' },
		'User Fields: in words',
		`${zhOfRow('UserFields')}: in words`,
	],
	[
		{ field: 'UserFields', label: 'User Fields', from: [], to: [{ a: '1' }] },
		'User Fields: [] → [{"a":"1"}]',
		`${zhOfRow('UserFields')}: [] → [{"a":"1"}]`,
	],
	[
		{ field: 'IvrName', label: 'IVR Name', from: null, to: 'Menu', note: 'cannot be read' },
		'IVR Name: ? → Menu',
		`${zhOfRow('IvrName')}: ? → Menu`,
	],
	[{ field: 'Elsewhere', from: 1, to: 2 }, 'Elsewhere: 1 → 2', 'Elsewhere: 1 → 2'],
])('a change in words, in both languages: %j', (changed, en, zh) => {
	const words = (language: 'en' | 'zh') =>
		changesIn([changed, 'no change'], language).map((one) => `${one.label}: ${one.words}`);
	expect(words('en')).toEqual([en]);
	expect(words('zh')).toEqual([zh]);
});

test('what has no changes has none', () => {
	expect(changesIn(undefined, 'zh')).toEqual([]);
});

test.each<[ScheduleFacts, string]>([
	[{ autoStartDay: '2026-11-20' }, '，未设结束时间（定时开始时间已过，以其仍会自动启动为前提）'],
	[{ autoStartDay: '2026-11-20', status: 2 }, '，未设结束时间（任务已暂停，以其自动恢复为前提）'],
	[{ autoStartDay: '2027-01-01' }, '这十四天内不外呼，未设结束时间'],
	[{ autoStart: undefined }, '无法得知：读不到任务的状态或定时设置'],
	[{ autoStartDay: '', autoStartTime: '' }, '无法得知：已开启定时开始，但未设日期和时间'],
])('calls in Chinese: %j', (given, said) => {
	const today = dayOfDate(NOW.day);
	const span = { from: today * DAY, to: (today + 14) * DAY };
	expect(callsText(callsWith(given), span, today, 'zh')).toContain(said);
});
