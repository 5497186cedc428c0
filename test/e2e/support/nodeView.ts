import type { Locator, Page } from 'playwright-core';
import { byId } from './editor';

/** Fields that stand directly in a section, not inside a builder. */
const OWN_LABELS =
	'xpath=.//*[@data-test-id="input-label"][count(ancestor::*[@data-test-id="parameter-item"]) = 2]' +
	'[not(ancestor::*[starts-with(@data-test-id, "fixed-collection")])]';

/** The dropdown that is open just now. */
const CHOICE = '.el-select-dropdown__item:visible, [role="option"]:visible';

/** A node's details: its parameters and its output. */
export class NodeView {
	constructor(readonly page: Page) {}

	/** The section with this label. Its button is no mark: it goes once nothing is left to add. */
	section(label: string): Locator {
		const isTop = 'not(ancestor::*[@data-test-id="parameter-item"])';
		const isLabelled = `(.//*[@data-test-id="input-label"])[1][normalize-space()="${label}"]`;
		return this.page.locator(`xpath=//*[@data-test-id="parameter-item"][${isTop}][${isLabelled}]`);
	}

	/** The labels of the fields that a section shows. */
	async labels(section: Locator): Promise<string[]> {
		const texts = await section.locator(OWN_LABELS).allInnerTexts();
		return texts.map((text) => text.trim().split('\n')[0] ?? '');
	}

	field(name: string, within: Locator | Page = this.page): Locator {
		return within.locator(byId(`parameter-input-${name}`));
	}

	/** Where a locator shows what was chosen, or takes an ID or an address. */
	locator(name: string): Locator {
		const locator = this.page.locator(byId(`resource-locator-${name}`));
		return locator.locator(byId('rlc-input-container')).locator('input, textarea').first();
	}

	async pick(label: string): Promise<void> {
		const choices = this.page.locator(CHOICE);
		await choices
			.filter({ has: this.page.getByText(label, { exact: true }) })
			.first()
			.click();
	}

	/** Adds a field to a section from its menu. */
	async add(addLabel: string, field: string): Promise<void> {
		await this.page.getByPlaceholder(addLabel, { exact: true }).click();
		await this.pick(field);
	}

	/** The same of several fields with one click, and the rest by the keyboard. */
	async addByKeyboard(addLabel: string, fields: readonly string[]): Promise<void> {
		const { keyboard } = this.page;
		const choices = this.page.locator(CHOICE);
		for (const [place, field] of fields.entries()) {
			// The menu has the focus still.
			if (place === 0) await this.page.getByPlaceholder(addLabel, { exact: true }).click();
			else await keyboard.press('Enter');
			await choices.nth(1).waitFor();
			await keyboard.type(field);
			await choices.nth(1).waitFor({ state: 'hidden' });
			await keyboard.press('ArrowDown');
			await keyboard.press('Enter');
			await choices.first().waitFor({ state: 'hidden' });
		}
	}

	/** Opens the menu of a field once its list is there. */
	async openMenu(name: string, within?: Locator): Promise<void> {
		const field = this.field(name, within).first();
		await field.locator('input:enabled').first().waitFor();
		await field.click();
	}

	/** What the menu that is open offers, each entry with what stands below it. */
	async choices(): Promise<string[]> {
		const choices = this.page.locator(CHOICE);
		await choices.first().waitFor();
		return (await choices.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
	}

	/** What a section's menu offers. */
	async offered(addLabel: string): Promise<string[]> {
		// A dropdown that was used just now may still be on its way out.
		await this.page.locator(CHOICE).first().waitFor({ state: 'hidden' });
		await this.page.getByPlaceholder(addLabel, { exact: true }).click();
		const choices = this.page.locator(CHOICE);
		await choices.first().waitFor();
		const texts = await choices.allInnerTexts();
		await this.page.keyboard.press('Escape');
		return texts.map((text) => text.split('\n')[0]?.trim() ?? '');
	}

	/** Types a text or a number. */
	async type(name: string, text: string, within?: Locator): Promise<void> {
		const input = this.field(name, within).locator('input, textarea').first();
		await input.fill(text);
		await input.blur();
	}

	/** Picks from a dropdown. */
	async choose(name: string, label: string, within?: Locator): Promise<void> {
		await this.openMenu(name, within);
		await this.pick(label);
	}

	/** Turns a switch. */
	async turn(name: string, on: boolean, within?: Locator): Promise<void> {
		const input = this.field(name, within).getByRole('switch');
		if ((await input.isChecked()) !== on)
			await this.field(name, within).locator('.el-switch').click();
	}

	/** The builder of a parameter. */
	builder(name: string): Locator {
		return this.page.locator(byId(`fixed-collection-${name}`));
	}

	/** Runs the node and waits until it is over. */
	async execute(): Promise<void> {
		const before = await this.runs();
		await this.page.locator(byId('node-execute-button')).click();
		await before();
	}

	/** Resolves when a run that starts after now is over; n8n tells its editor so by its answer to a GET. */
	private async runs(): Promise<() => Promise<void>> {
		const started = this.page.waitForResponse((response) =>
			/\/rest\/workflows\/[^/]+\/run/.test(response.url()),
		);
		return async () => {
			await started;
			await this.page.locator(byId('node-execute-button')).getByText('Execute step').waitFor();
			await this.result.first().waitFor();
		};
	}

	/** What is said of the columns of the last input. */
	get columns(): Locator {
		return this.page.locator(byId('empty-fields-notice'));
	}

	get output(): Locator {
		return this.page.locator(byId('output-panel'));
	}

	/** The mark of a run that ended: the tick, or the error. */
	private get result(): Locator {
		return this.page.locator(byId('node-run-info')).or(this.page.locator(byId('node-error-view')));
	}

	get error(): Locator {
		return this.page.locator(byId('node-error-view'));
	}
}
