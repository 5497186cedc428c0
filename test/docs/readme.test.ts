import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { packageFolder } from '../../engine/environment';
import * as actions from '../../nodes/AlibabaCloudVms/gateway/actions';
import { useBench } from '../support/bench';

const read = (file: string) => readFileSync(path.join(packageFolder, file), 'utf8');

const readmes = ['README.md', 'README.zh-CN.md'];

/** The rows of the table whose header has this cell, by their headers. */
function tableWith(page: string, header: string): IDataObject[] {
	const lines = page.split('\n').map((line) => line.trim());
	const start = lines.findIndex((line) => line.startsWith(`| ${header} `));
	const cellsOf = (line = '') =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim());
	const headers = cellsOf(lines[start]);
	const rest = lines.slice(start + 2);
	return rest
		.slice(
			0,
			rest.findIndex((line) => !line.startsWith('|')),
		)
		.map((line) => {
			const cells = cellsOf(line);
			return Object.fromEntries(headers.map((name, index) => [name, cells[index] ?? '']));
		});
}

describe.each(readmes)('the sheet of %s', (file) => {
	const bench = useBench();
	const page = read(file);

	test('gives the preview, the refusal and the hint that stand below it', async () => {
		const items = tableWith(page, '任务ID');
		const shown = tableWith(page, 'Id');
		expect([items.length, shown.length]).toEqual([3, 2]);
		const parameters = { operation: 'preview', fields: 'mapFromInput', taskId: '' };
		const { output, hints } = await bench.run(parameters, { items });
		const rows = output.map(({ json }) => json);
		expect(
			rows.slice(0, 2).map(({ Id, action, summary }) => ({
				Id,
				action,
				summary,
			})),
		).toEqual(shown);
		expect(rows[2]).toMatchObject({ action: 'refuse' });
		expect(page).toContain(`> ${String(rows[2]?.reason)}\n`);
		const left = 'Columns that match no parameter were left out: "负责人".';
		expect(page).toContain(`_${left}_`);
		expect(hints.map(({ message }) => message).join('\n')).toContain(left);
	});
});

const WORDS: Record<string, [string, string]> = {
	1: ['one', '一'],
	8: ['eight', '八'],
	17: ['seventeen', '十七'],
};

test('the picture of the example has the counts that its sheet expects', () => {
	const rows = read('examples/call-tasks.csv').trim().split('\n').slice(1);
	const count = (word: string) => rows.filter((row) => row.includes(`,${word}`)).length;
	const counts = [rows.length, count('更新'), count('不变'), count('拒绝')];
	readmes.forEach((file, language) => {
		const [, caption = ''] = /!\[([^\]]+)\]\(docs\/images\/workflow\.png\)/.exec(read(file)) ?? [];
		const told = counts.map((one) => WORDS[one]?.[language] ?? String(one));
		const inOrder = new RegExp(told.join('.*'));
		expect(caption).toMatch(inOrder);
	});
});

/** Headings, pictures, tables and their rows: what a page has, whatever its language. */
const shapeOf = (page: string) =>
	page.split('\n').flatMap((line) => {
		const heading = /^(#+) /.exec(line)?.[1];
		if (heading) return [heading];
		const picture = /!\[[^\]]*\]\(([^)]+)\)/.exec(line)?.[1];
		if (picture) return [picture];
		return /^\s*\|/.test(line) ? ['row'] : [];
	});

test.each([
	['README.md', 'README.zh-CN.md'],
	['docs/options.md', 'docs/options.zh-CN.md'],
	['docs/outputs.md', 'docs/outputs.zh-CN.md'],
	['docs/columns.md', 'docs/columns.zh-CN.md'],
])('%s and %s have the same chapters, rows and pictures', (english, chinese) => {
	expect(shapeOf(read(chinese))).toEqual(shapeOf(read(english)));
});

const namesOfActions = new Set(
	Object.values(actions).flatMap((one) =>
		typeof one === 'object' && 'name' in one ? [String(one.name)] : [],
	),
);

test.each(readmes)('%s names every action that a key needs', (file) => {
	const told = [...read(file).matchAll(/`((?:Cloud|Clink)\w+)`/g)].map(([, name]) => name);
	expect(new Set(told)).toEqual(namesOfActions);
});

test.each(readmes)('%s tells the model what the example tells it', (file) => {
	const begin = /_(The change as one object[^_]+)_/.exec(read(file))?.[1];
	expect(begin).toBeTruthy();
	expect(read('examples/agent-with-approval.json')).toContain(`\`${String(begin)}`);
});
