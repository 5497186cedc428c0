import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { reportPage } from '../../nodes/AlibabaCloudVms/report/page';
import type { Language } from '../../nodes/AlibabaCloudVms/report/texts';
import { campaign, OPTIONS } from '../nodes/report/samples';
import { openBrowser, type Browser } from './support/browser';

/** `npm run screenshots` sets it; every other run leaves the pictures of the README alone. */
const folder = path.resolve(process.env.PICTURES ?? path.join('.n8n', 'pictures'));

/** Measured by the browser: what stands over the edge, and whether every strip has its calls drawn. */
const MEASURED = `(() => {
	const strips = [...document.querySelectorAll('.s')];
	const sizes = (of) => of.map((one) => one.getBoundingClientRect());
	return {
		overhang: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		paper: getComputedStyle(document.body).backgroundColor,
		strips: strips.length,
		drawn: strips.filter((one) =>
			sizes([...one.querySelectorAll('use')]).every(({ width, height }) => width > 2 && height > 2),
		).length,
		headers: document.querySelectorAll('thead th[scope=col]').length,
		unnamed: strips.filter((one) => !one.getAttribute('aria-label')).length,
	};
})()`;

interface Measured {
	overhang: number;
	paper: string;
	strips: number;
	drawn: number;
	headers: number;
	unnamed: number;
}

describe('The report in a browser', () => {
	let browser: Browser;

	beforeAll(async () => {
		await mkdir(folder, { recursive: true });
	});

	afterEach(async () => await browser.close());

	it.each<[name: string, language: Language, width: number, dark: boolean, paper: string]>([
		['report', 'en', 1180, false, 'rgb(255, 255, 255)'],
		['report-zh', 'zh', 1180, false, 'rgb(255, 255, 255)'],
		['report-dark', 'zh', 1180, true, 'rgb(20, 24, 31)'],
		['report-phone', 'en', 360, false, 'rgb(255, 255, 255)'],
	])('%s', async (name, language, width, dark, paper) => {
		browser = await openBrowser({
			url: 'http://127.0.0.1',
			cookie: 'none=none',
			width,
			height: 960,
			dark,
		});
		const { page } = browser;
		const [complaints, requests]: string[][] = [[], []];
		page.on('console', (message) => complaints?.push(message.text()));
		page.on('request', (request) => requests?.push(request.url()));
		await page.setContent(reportPage(await campaign(), { ...OPTIONS, language }));
		const measured = await page.evaluate<Measured>(MEASURED);
		expect(measured).toEqual({
			overhang: 0,
			paper,
			strips: 4,
			drawn: 4,
			headers: 3,
			unnamed: 0,
		});
		expect(complaints).toEqual([]);
		expect(requests).toEqual([]);
		if (name === 'report' || process.env.PICTURES === undefined) {
			await page.screenshot({ path: path.join(folder, `${name}.png`) });
		}
		const paperPages = await page.pdf({ format: 'A4' });
		expect(paperPages.subarray(0, 5).toString()).toBe('%PDF-');
	});
});
