import type { Browser } from './support/browser';
import { Editor } from './support/editor';
import { ranksOf, SEARCHES } from './support/searches';
import { NODE_LABEL, openStage, type Stage } from './support/stage';

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
	});

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	it('shows the icon of the node', async () => {
		const found = (await editor.search('aliyun')).filter({ hasText: NODE_LABEL }).first();
		const image = found.locator('img').first();
		const address = (await image.getAttribute('src')) ?? '';
		expect(address.endsWith(`/${icon}`)).toBe(true);
		const drawn = await browser.page.request.get(new URL(address, stage.rest.url).href);
		expect(drawn.ok()).toBe(true);
		expect(await drawn.text()).toContain('<svg');
	});
});

describe('The search of the nodes panel', () => {
	it('finds the node, first or second, by what people call it and by each of its actions', async () => {
		const stage = await openStage();
		const browser = await stage.browse();
		try {
			const editor = new Editor(browser.page, stage.rest);
			await editor.openPanel();
			const ranks = await ranksOf(editor, SEARCHES);
			expect(ranks.filter((rank) => !/^[12]:/.test(rank))).toEqual([]);
		} finally {
			await browser.close();
			await stage.close();
		}
	});
});
