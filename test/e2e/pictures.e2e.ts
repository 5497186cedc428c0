import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { connected, examples } from '../../scripts/n8n/workspace';
import type { Browser } from './support/browser';
import { entries, rounds } from '../support/builders';
import { byId, Editor } from './support/editor';
import { NODE, NODE_LABEL, openStage, workflowOf, type Stage } from './support/stage';

/** `npm run screenshots` sets it; every other run leaves the pictures of the README alone. */
const folder = path.resolve(process.env.PICTURES ?? path.join('.n8n', 'pictures'));

const FILLED = {
	taskId: '133224',
	details: {
		name: '春季续约回访',
		userFields: entries('field', [{ name: 'campaign', value: 'spring 2026' }]),
	},
	schedule: { autoStart: true, autoStartDay: '2030-12-01', autoStartTime: '08:30:00' },
	retry: {
		retryStrategy: rounds({ amount: 30, unit: 'minutes' }, { amount: 2, unit: 'hours' }),
		retryStrategyTimeType: 1,
	},
};

const WRONG = {
	taskId: '133224',
	schedule: { autoStart: true, autoStartTime: '25:00' },
	callHandling: { customerTimeout: 90 },
};

/** Nothing has the focus, all letters are there, and whatever moves has arrived. */
const SETTLED = `(async () => {
	document.activeElement?.blur();
	await document.fonts.ready;
	const ends = document.getAnimations().filter((one) => one.effect.getTiming().iterations < 100);
	await Promise.allSettled(ends.map((one) => one.finished));
})()`;

describe('Pictures', () => {
	let stage: Stage;
	let browser: Browser;

	beforeAll(async () => {
		await mkdir(folder, { recursive: true });
		stage = await openStage();
	});

	beforeEach(() => stage.emulator.reset());

	afterEach(async () => await browser.close());

	afterAll(async () => await stage?.close());

	const openEditor = async (width: number, height: number): Promise<Editor> => {
		browser = await stage.browse({ width, height });
		return new Editor(browser.page, stage.rest);
	};

	/** Moves the fields to the left, to leave room for the table. */
	const moveFields = async (to: number): Promise<void> => {
		const handle = await browser.page.locator(byId('panel-drag-button')).boundingBox();
		const { x = 0, y = 0, width = 0, height = 0 } = handle ?? {};
		await browser.page.mouse.move(x + width / 2, y + height / 2);
		await browser.page.mouse.down();
		await browser.page.mouse.move(to, y + height / 2, { steps: 5 });
		await browser.page.mouse.up();
	};

	/** Rows of a sheet, one column misspelt and one of its owner's own. */
	const SHEET = [
		{ 任务ID: '133224', 任务名称: '双十一回访（第二批）', 客户超时: '45', 备注: '张三' },
		{ 任务ID: '133225', 任务名称: '', 客户超时: '22', 备注: '' },
		{ 任务ID: '133230', 任务名称: '信用卡账单提醒（新）', 客户超时: '', 备注: '李四' },
	];

	it('of a preview', async () => {
		const editor = await openEditor(1600, 900);
		const parameters = {
			operation: 'preview',
			fields: 'mapFromInput',
			fieldsObject: '={{ $json }}',
		};
		await editor.open(workflowOf(stage.credentialId, { parameters, items: SHEET }));
		const view = await editor.openNode(NODE);
		await view.execute();
		await moveFields(250);
		await take(browser.page, 'preview');
	});

	/** Without the messages that slide in and out at the corner, and with no field marked. */
	const take = async (page: Page, name: string): Promise<void> => {
		await page.addStyleTag({ content: '.el-notification { display: none !important }' });
		await page.mouse.move(0, 0);
		await page.evaluate(SETTLED);
		await page.screenshot({ path: path.join(folder, `${name}.png`) });
	};

	it('of the nodes panel', async () => {
		const editor = await openEditor(1280, 720);
		await editor.openPanel();
		const found = await editor.search('外呼');
		await found.filter({ hasText: NODE_LABEL }).first().waitFor();
		await take(browser.page, 'panel');
	});

	it('of the filled-in node and its output', async () => {
		const editor = await openEditor(1440, 1500);
		await editor.open(workflowOf(stage.credentialId, { parameters: FILLED }));
		const view = await editor.openNode(NODE);
		await view.execute();
		await take(browser.page, 'filled');
		await browser.page.setViewportSize({ width: 1440, height: 720 });
		await view.output.getByText('春季续约回访').first().waitFor();
		await moveFields(300);
		await take(browser.page, 'output');
	});

	it('of fields that come and go', async () => {
		const editor = await openEditor(1440, 1000);
		const parameters = {
			taskId: '133224',
			schedule: { autoStart: true, autoStartDay: '2030-12-01', autoStartTime: '08:30:00' },
		};
		await editor.open(workflowOf(stage.credentialId, { parameters }));
		const view = await editor.openNode(NODE);
		await take(browser.page, 'conditions-on');
		await view.turn('autoStart', false);
		await view.field('autoStartDay').waitFor({ state: 'hidden' });
		await take(browser.page, 'conditions-off');
	});

	it('of an error', async () => {
		const editor = await openEditor(1440, 900);
		await editor.open(workflowOf(stage.credentialId, { parameters: WRONG }));
		const view = await editor.openNode(NODE);
		await view.execute();
		await view.output.getByText("'Start Time' is").first().waitFor();
		await take(browser.page, 'error');
	});

	it('of the switches on top of the node', async () => {
		const editor = await openEditor(1440, 1000);
		await editor.open(workflowOf(stage.credentialId, { parameters: {}, items: SHEET }));
		const view = await editor.openNode(NODE);
		await take(browser.page, 'modes');
		await view.choose('fields', 'Map Automatically From Input');
		await view.columns.waitFor();
		await take(browser.page, 'mapped');
	});

	it('of the example workflow after a run, and of its preview', async () => {
		const example = (await examples()).get('update-call-tasks.json');
		if (!example) throw new Error('The example is gone');
		const editor = await openEditor(1720, 860);
		await editor.open(connected(example, stage.credentialId));
		await browser.page.locator('[data-test-id^="execute-workflow-button"]').last().click();
		await browser.page
			.getByText(/8 items/)
			.first()
			.waitFor();
		await take(browser.page, 'workflow');
		await browser.page.setViewportSize({ width: 1720, height: 1100 });
		const view = await editor.openNode('Preview');
		await view.output.getByText('Customer Timeout').first().waitFor();
		await moveFields(480);
		await take(browser.page, 'node');
	});
});
