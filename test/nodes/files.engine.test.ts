import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CONTINUE, refusalsOf, withoutIdentity, useBench } from '../support/bench';
import { openExtract, workbookOf, type Extract } from '../support/files';

const bench = useBench();
let extract: Extract;
beforeAll(async () => {
	extract = await openExtract();
});

/** What is sent for each item, or why it is not. */
async function fates(items: IDataObject[], more: INodeParameters = {}) {
	const { output } = await bench.run(
		{ fields: 'mapFromInput', taskId: '', ...more },
		{ items, node: CONTINUE },
	);
	const refusals = refusalsOf(output);
	return { refusals, sent: bench.sent.map(withoutIdentity) };
}

/** `TaskId,Name\n133224,任务名称` and the like, with the Chinese in GBK. */
const NAME_IN_GBK = [0xc8, 0xce, 0xce, 0xf1, 0xc3, 0xfb, 0xb3, 0xc6];
const ID_IN_GBK = [0xc8, 0xce, 0xce, 0xf1, 0x49, 0x44];
const csv = (...parts: Array<string | number[]>): Buffer =>
	Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('a CSV file in GBK', () => {
	const WRONG = /another encoding .*'CSV UTF-8'.* Extract From File, which has no GBK for CSV/;

	test.each<[string, INodeParameters]>([
		['an update', {}],
		['a preview', { operation: 'preview' }],
	])('with English headers is no name for %s', async (_what, more) => {
		const items = await extract('csv', csv('TaskId,Name\n133224,', NAME_IN_GBK, '\n'));
		expect(items).toEqual([{ TaskId: '133224', Name: expect.stringContaining('\ufffd') }]);
		const { refusals, sent } = await fates(items, more);
		expect(refusals).toEqual([expect.stringMatching(WRONG)]);
		expect(refusals[0]).toMatch(/^'Name' is "/);
		expect(sent).toEqual([]);
	});

	test('with Chinese headers has no task, and is told why', async () => {
		const file = csv(ID_IN_GBK, ',', NAME_IN_GBK, '\n133224,', NAME_IN_GBK, '\n');
		const { refusals, sent } = await fates(await extract('csv', file));
		expect(refusals).toEqual([expect.stringMatching(/^No column says which task\. .*encoding/)]);
		expect(sent).toEqual([]);
	});

	test('read as Latin-1 is refused as well where it is UTF-8', async () => {
		const items = await extract('csv', csv('TaskId,Name\n133224,任务名称\n'), {
			encoding: 'latin1',
		});
		const { refusals, sent } = await fates(items);
		expect(refusals).toEqual([expect.stringMatching(WRONG)]);
		expect(sent).toEqual([]);
	});

	test('is as it should be once it is saved as UTF-8, with or without its mark', async () => {
		for (const mark of ['', '\ufeff']) {
			const items = await extract('csv', csv(`${mark}TaskId,Name\n133224,任务名称\n`));
			expect((await fates(items)).sent.at(-1)).toEqual({ Name: '任务名称' });
		}
	});
});

/** The cell of a formula that gave an error, by its code in the file. */
const error = (v: number) => ({ t: 'e', v });
const [REF, NA] = [0x17, 0x2a];

describe('an Excel file', () => {
	const HEADS = ['任务ID', '任务名称', 'IVR Name', '客户超时'];

	test('whose error cells n8n leaves out leaves their fields as they are', async () => {
		const items = await extract(
			'xlsx',
			workbookOf([HEADS, [133224, error(NA), error(REF), 30], [133225, '第二批', null, error(NA)]]),
		);
		expect(await fates(items)).toEqual({
			refusals: [],
			sent: [{ CustomerTimeout: '30' }, { Name: '第二批' }],
		});
	});

	test('whose errors are kept as texts is refused row by row', async () => {
		const items = await extract(
			'xlsx',
			workbookOf([
				HEADS,
				[133224, '#N/A', null, null],
				[133225, '第二批 #REF!', null, null],
				[133227, null, '#NAME?', null],
				[133224, null, null, '#VALUE!'],
				[133225, '#1 客户', null, null],
			]),
		);
		const { refusals, sent } = await fates(items);
		expect(refusals).toEqual(
			['#N/A', '第二批 #REF!', '#NAME?', '#VALUE!'].map((text) =>
				expect.stringMatching(`is "${text.replace('?', '\\?')}"; .*that is a spreadsheet's error`),
			),
		);
		expect(sent).toEqual([{ Name: '#1 客户' }]);
	});

	test('whose rates are formatted as percent is refused where it may mean a fraction', async () => {
		const percent = (v: number) => ({ t: 'n', v, z: '0%' });
		const items = await extract(
			'xlsx',
			workbookOf([
				['任务ID', '初始化预计客户接通率', '骚扰率'],
				[133224, percent(1), null],
				[133225, percent(0.35), null],
				[133227, null, percent(0.03)],
			]),
		);
		expect(items[0]).toEqual({ 任务ID: 133224, 初始化预计客户接通率: 1 });
		const { refusals, sent } = await fates(items);
		expect(refusals).toEqual([
			expect.stringContaining('where a spreadsheet keeps 100 % as 1; give 100'),
			expect.stringContaining("a spreadsheet's cell of 35 % arrives as 0.35"),
			expect.stringContaining('where a spreadsheet keeps 3 % as 0.03; give 3'),
		]);
		expect(sent).toEqual([]);
	});

	test('with a phone from the contacts and characters that nobody sees is read as it is seen', async () => {
		const items = await extract(
			'xlsx',
			workbookOf([
				['任务ID', '客户侧外显号码列表', '任务名称'],
				['133224\u200b', '\u202d13800138000\u202c', '\u200e春季\u00a0续约\u3000'],
			]),
		);
		expect(await fates(items)).toEqual({
			refusals: [],
			sent: [{ CustomerClids: '13800138000', Name: '春季 续约' }],
		});
	});
});
