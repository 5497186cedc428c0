import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from '../engine/environment';
import { demo } from '../scripts/demo';

const examples = path.join(packageFolder, 'examples');
const lines: string[] = [];
const print = (line: string) => void lines.push(line);
let folder: string;

beforeEach(async () => {
	lines.length = 0;
	// Inside examples: the engine lets workflows read files nowhere else.
	folder = await mkdtemp(path.join(examples, '.demo-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

/** The example sheet with one text in it changed. */
async function changedSheet(from: string, to: string): Promise<string> {
	const text = await readFile(path.join(examples, 'call-tasks.csv'), 'utf8');
	expect(text).toContain(from);
	const sheet = path.join(folder, 'sheet.csv');
	await writeFile(sheet, text.replace(from, to));
	return sheet;
}

it('updates the right rows of the example sheet and refuses the wrong ones', async () => {
	expect(await demo(path.join(examples, 'call-tasks.csv'), print)).toBe(0);
	const text = lines.join('\n');
	expect(text).toContain(
		'Of 17 rows, 8 updated a task, 1 found it as it should be, 8 were refused.',
	);
	expect(text).toContain('Start Time 09:30:00 → 09:00:00');
	expect(text).toMatch(/133232 +unchanged/);
	expect(text).toMatch(/133234 +refused +'Start Time' \(column "开始时间"\) is "25:00"/);
});

it('shows first what would change, and changes nothing by that', async () => {
	await demo(path.join(examples, 'call-tasks.csv'), print);
	const end = lines.findIndex((line) => line.includes('Then the whole workflow'));
	const preview = lines.slice(0, end).join('\n');
	expect(preview).toMatch(/133225 +update +Start Date 2026-12-08 → 2030-12-02/);
	expect(preview).toMatch(
		/133227 [^]*?warning: The task would call outside of your calling hours \(09:00 to 21:00\): .* 21:00 to 21:30/,
	);
	expect(preview).toMatch(
		/133231 [^]*?calls: never: Auto Start is off, started by hand only[^]*?before: /,
	);
	expect(preview).toMatch(/133232 +nothing/);
	expect(preview).toMatch(/133235 +refuse +'Start Date'.*\n +'Customer Timeout'/);
	expect(preview).toMatch(/133226 +refuse +The task has ended/);
	expect(preview).toContain("The gateway's journal is empty: nothing was changed.");
});

it('speaks in labels, and counts rows as the sheet does', async () => {
	await demo(path.join(examples, 'call-tasks.csv'), print);
	const rows = lines.filter((line) => /^\d+ +(?:133|-|999)/.test(line));
	const counted = Array.from({ length: 17 }, (_, index) => index + 2);
	expect(rows.map((line) => Number.parseInt(line, 10))).toEqual([...counted, ...counted]);
	expect(lines.join('\n')).not.toMatch(/AutoStart|CustomerTimeout|RetryStrategy|\{"/);
});

it('fails if a row that should be refused is right', async () => {
	expect(await demo(await changedSheet('25:00', '15:00'), print)).toBe(1);
	expect(lines.join('\n')).toContain('1 rows fared otherwise than the sheet expects.');
});

it('fails if a row that should be updated is wrong', async () => {
	expect(await demo(await changedSheet('2030-12-02,09:00:00', '2030-12-02,9 Uhr'), print)).toBe(1);
});

it('fails on a sheet without rows', async () => {
	const sheet = path.join(folder, 'empty.csv');
	await writeFile(sheet, '任务ID,预期\n');
	expect(await demo(sheet, print)).toBe(1);
});
