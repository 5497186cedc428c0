import type { Locator } from 'playwright-core';
import { DEFAULT_ENTERPRISE_ID, TEST_KEYS, type AccessKey } from '../../emulator';
import type { Browser } from './support/browser';
import { byId, Editor } from './support/editor';
import { NODE, openStage, workflowOf, type Stage } from './support/stage';

const WRONG: Array<{ what: string; key: AccessKey; enterpriseId?: string; sentence: string }> = [
	{
		what: 'a wrong secret',
		key: { ...TEST_KEYS.active, accessKeySecret: 'not-the-secret' },
		sentence: 'The AccessKey Secret is wrong: the signature does not match',
	},
	{
		what: 'a key without permission',
		key: TEST_KEYS.withoutPermission,
		sentence: 'The key has no permission for this call',
	},
	{
		what: 'a default call center that is none of its account',
		key: TEST_KEYS.active,
		enterpriseId: '7999999',
		sentence: 'The key is right, but call center 7999999 has no call task',
	},
	{
		what: 'a default call center that the service refuses',
		key: TEST_KEYS.active,
		enterpriseId: 'seven',
		sentence: "The key is right, but not 'Default Enterprise ID'",
	},
];

describe('The credential form', () => {
	let stage: Stage;
	let browser: Browser;
	let form: Locator;

	const fill = async (name: string, text: string): Promise<void> =>
		await form.locator(`${byId(`parameter-input-${name}`)} input`).fill(text);

	const save = async ({ accessKeyId, accessKeySecret }: AccessKey): Promise<void> => {
		await fill('accessKeyId', accessKeyId);
		await fill('accessKeySecret', accessKeySecret);
		await form.locator(byId('credential-save-button')).click();
	};

	beforeAll(async () => {
		stage = await openStage();
		browser = await stage.browse({ height: 1200 });
		const editor = new Editor(browser.page, stage.rest);
		const parameters = { taskId: '133224' };
		await editor.open(workflowOf(stage.credentialId, { name: 'Credential', parameters }));
		await editor.openNode(NODE);
		await browser.page.locator(byId('node-credentials-select')).click();
		await browser.page.locator(byId('node-credentials-select-item-new')).click();
		form = browser.page.locator(byId('editCredential-modal'));
		await fill('endpoint', stage.emulator.url);
	});

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	it('says what it means to have no default call center', async () => {
		const notice = form.getByText('each node has to give its own');
		await notice.waitFor();
		await fill('enterpriseId', DEFAULT_ENTERPRISE_ID);
		await notice.waitFor({ state: 'hidden' });
	});

	it.each(WRONG)('says what is wrong with $what', async ({ key, sentence, ...given }) => {
		await fill('enterpriseId', given.enterpriseId ?? DEFAULT_ENTERPRISE_ID);
		await save(key);
		await form.getByText('Couldn’t connect with these settings').waitFor();
		// Once opened, the details stay open for the next message.
		const details = form.getByText('More details');
		const words = form.getByText(sentence).first();
		await details.or(words).first().waitFor();
		if (await details.isVisible()) await details.click();
		await words.waitFor();
	});

	it('saves, passes its test and is the one the node uses', async () => {
		const { length } = await stage.rest.credentials();
		await fill('enterpriseId', DEFAULT_ENTERPRISE_ID);
		await save(TEST_KEYS.active);
		// The form closes by itself once the test has passed.
		await form.waitFor({ state: 'hidden' });
		const last = stage.emulator.requests.at(-1);
		expect([last?.action, last?.code]).toEqual(['CloudQueryTask', 'OK']);
		expect(await stage.rest.credentials()).toHaveLength(length);
		await browser.page.locator(byId('node-execute-button')).click();
		await browser.page.locator(byId('node-run-info')).waitFor();
		expect(stage.updates().at(-1)?.code).toBe('OK');
	});
});
