import type { Page } from 'playwright-core';
import type { Browser } from './support/browser';
import { byId, Editor } from './support/editor';
import { NodeView } from './support/nodeView';
import { NODE_LABEL, openStage, START, TRIGGER, type Stage } from './support/stage';

/** A sheet with one row that changes something, one that runs, one that is wrong, one that has its values. */
const ROWS = [
	{ 任务ID: '133224', 客户超时: '45' },
	{ 任务ID: '133230', 客户超时: '45' },
	{ 任务ID: '133234', 开始时间: '25:00' },
	{ 任务ID: '133232', 客户超时: '28' },
];

const ACTION = 'Preview an update of call tasks';

/** How often a button of the mouse went down, as the page itself counts. */
async function counting(page: Page): Promise<() => Promise<number>> {
	await page.evaluate(`
		window.pressed = 0;
		addEventListener('pointerdown', ({ isTrusted }) => { if (isTrusted) window.pressed += 1; }, true);
	`);
	return async () => Number(await page.evaluate('window.pressed'));
}

describe('The way of somebody new, in clicks', () => {
	let stage: Stage;
	let browser: Browser;
	let editor: Editor;
	let page: Page;
	let view: NodeView;
	let clicks: () => Promise<number>;

	beforeAll(async () => {
		stage = await openStage();
		browser = await stage.browse({ width: 1600, height: 1000 });
		({ page } = browser);
		editor = new Editor(page, stage.rest);
		await editor.open({
			name: 'Clicks',
			nodes: [START],
			connections: {},
			pinData: { [TRIGGER]: ROWS.map((json) => ({ json })) },
		});
		clicks = await counting(page);
		view = new NodeView(page);
	});

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	it('opens the preview from the panel with 3', async () => {
		await page.locator(byId('canvas-handle-plus')).first().click();
		const found = await editor.search('外呼');
		await found.filter({ hasText: NODE_LABEL }).first().click();
		await page.getByText(ACTION, { exact: true }).click();
		await page.locator(byId('node-parameters')).waitFor();
		expect(await clicks()).toBe(3);
	});

	it('sees what would become of every row of a sheet with 6', async () => {
		await view.choose('fields', 'Map Automatically From Input');
		await view.execute();
		await view.output.getByText('"25:00"').first().waitFor();
		const text = await view.output.innerText();
		for (const { 任务ID } of ROWS) expect(text).toContain(任务ID);
		expect(stage.updates()).toEqual([]);
		expect(await clicks()).toBe(6);
	});

	it('has applied what differs, and nothing else, with 15', async () => {
		await view.choose('operation', 'Update');
		await view.add('Add Option', 'Only Send What Differs');
		await view.turn('onlySendWhatDiffers', true);
		// Or else the first refused row would stop the others.
		await page.locator(byId('tab-settings')).click();
		await view.choose('onError', 'Continue (using error output)');
		await view.execute();
		expect(stage.emulator.journal.map(({ taskId, after }) => [taskId, after])).toEqual([
			['133224', { CustomerTimeout: '45' }],
		]);
		expect(await clicks()).toBe(15);
	});

	it('adds the fields of a section with 1 and the keyboard, where the mouse takes 2 for each', async () => {
		await page.locator(byId('tab-params')).click();
		await view.choose('fields', 'Set Below');
		const before = await clicks();
		const fields = ['Start Time', 'Force End at Stop', 'No-Call Times'];
		await view.addByKeyboard('Add Schedule Field', fields);
		const section = view.section('Schedule');
		await view.field('timeStrategy', section).first().waitFor();
		expect(await view.labels(section)).toEqual(fields);
		expect((await clicks()) - before).toBe(1);
		await view.add('Add Pacing Field', 'Maximum Concurrency');
		expect((await clicks()) - before).toBe(3);
	});
});
