import type { Browser } from './support/browser';
import { byId, Editor } from './support/editor';
import { NODE_LABEL, openStage, type Stage } from './support/stage';

const SEARCHES = ['aliyun', 'alibaba', 'outbound call', '外呼'];
const THEMES = [
	{ theme: 'light', icon: 'alibabaCloudVms.svg' },
	{ theme: 'dark', icon: 'alibabaCloudVms.dark.svg' },
];

describe.each(THEMES)('The nodes panel in the $theme theme', ({ theme, icon }) => {
	let stage: Stage;
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		stage = await openStage();
		browser = await stage.browse({ dark: theme === 'dark' });
		editor = new Editor(browser.page, stage.rest);
		await editor.openPanel();
		// A panel without a trigger offers triggers only.
		await editor.addFirst('manual', 'Trigger manually');
		await browser.page.locator(byId('node-creator-plus-button')).click();
	});

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	it.each(SEARCHES)('finds the node by "%s"', async (text) => {
		const nothing = await editor.search('no such node');
		await nothing.first().waitFor({ state: 'hidden' });
		const found = await editor.search(text);
		await found.filter({ hasText: NODE_LABEL }).first().waitFor();
	});

	it('shows its icon', async () => {
		const found = (await editor.search('aliyun')).filter({ hasText: NODE_LABEL }).first();
		const image = found.locator('img').first();
		const address = (await image.getAttribute('src')) ?? '';
		expect(address.endsWith(`/${icon}`)).toBe(true);
		const drawn = await browser.page.request.get(new URL(address, stage.rest.url).href);
		expect(drawn.ok()).toBe(true);
		expect(await drawn.text()).toContain('<svg');
	});
});
