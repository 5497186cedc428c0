import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PATIENCE_MS = 45_000;

/** A sandbox needs a kernel that a container may not have; the rest keeps the browser from calling home. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage',
];

export interface Browser {
	page: Page;
	close(): Promise<void>;
}

export interface BrowserOptions {
	url: string;
	/** `name=value` of an n8n session. */
	cookie: string;
	dark?: boolean;
	width?: number;
	height?: number;
}

/** A new, empty Chromium that reaches only this machine. */
export async function openBrowser({
	url,
	cookie,
	dark = false,
	width = 1440,
	height = 900,
}: BrowserOptions): Promise<Browser> {
	const profile = await mkdtemp(path.join(tmpdir(), 'chromium-'));
	const context: BrowserContext = await chromium.launchPersistentContext(profile, {
		executablePath: CHROMIUM,
		headless: true,
		args: FLAGS,
		viewport: { width, height },
		colorScheme: dark ? 'dark' : 'light',
		locale: 'en-US',
	});
	// What n8n would fetch from elsewhere fails at once, instead of waiting for a name server.
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1',
		async (route) => await route.abort(),
	);
	context.setDefaultTimeout(PATIENCE_MS);
	const [name = '', value = ''] = cookie.split(/=(.*)/s);
	await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
	return {
		page: context.pages()[0] ?? (await context.newPage()),
		async close() {
			await context.close();
			await rm(profile, { recursive: true, force: true });
		},
	};
}
