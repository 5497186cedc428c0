import type { Locator, Page } from 'playwright-core';
import { newTask, TEST_KEYS, type Emulator } from '../../../emulator';
import { emulatorCredential } from '../../../scripts/n8n/workspace';
import { byId, Editor } from './editor';
import type { NodeView } from './nodeView';
import { NODE, workflowOf, type Stage } from './stage';

const ENTERPRISE = '7000002';

/** More tasks than the editor is given at a time, the newest of them last. */
function fill({ store }: Emulator): void {
	for (let index = 1; index <= 70; index++) {
		const second = String(index % 60).padStart(2, '0');
		store.put(
			newTask({
				EnterpriseId: ENTERPRISE,
				Id: String(900_000 + index),
				Type: String(1 + (index % 2)),
				Name: `回访第 ${index} 批`,
				CreateTime: `2026-11-2${Math.floor(index / 60)} 10:00:${second}`,
				AgentGroup: '6',
			}),
		);
	}
}

/** The locator of the task in a node's details. */
class TaskPicker {
	constructor(
		private readonly page: Page,
		readonly view: NodeView,
	) {}

	private get field(): Locator {
		return this.page.locator(byId('resource-locator-taskId'));
	}

	get input(): Locator {
		return this.view.locator('taskId');
	}

	get items(): Locator {
		return this.page.locator(`${byId('rlc-item')}:visible`);
	}

	get error(): Locator {
		return this.page.locator(`${byId('rlc-error-container')}:visible`);
	}

	async open(): Promise<void> {
		const shown = this.items.or(this.error).first();
		await this.field.locator(byId('rlc-input-container')).click();
		// A list that the editor had opened by itself is closed by that click.
		await shown.waitFor({ timeout: PATIENCE_MS }).catch(async () => {
			await this.field.locator(byId('rlc-input-container')).click();
			await shown.waitFor();
		});
	}

	async search(text: string): Promise<void> {
		await this.page
			.locator(`${byId('rlc-search')}:visible input`)
			.or(this.page.locator(`input${byId('rlc-search')}:visible`))
			.first()
			.fill(text);
	}

	async choose(mode: string): Promise<void> {
		await this.field.locator(byId('rlc-mode-selector')).click();
		await this.page.locator(`${byId(`mode-${mode}`)}:visible`).click();
	}
}

/** What the picker of tasks does in an n8n, whose editor a browser shows. */
export function offersTasks(open: () => Promise<{ stage: Stage; page: Page }>): void {
	const picker = async (
		parameters: Record<string, unknown>,
		credentialId?: string,
	): Promise<TaskPicker & { stage: Stage }> => {
		const { stage, page } = await open();
		stage.emulator.reset();
		fill(stage.emulator);
		const editor = new Editor(page, stage.rest);
		const id = credentialId ?? stage.credentialId;
		await editor.open(
			workflowOf(id, { name: 'Task', parameters: { operation: 'get', ...parameters } }),
		);
		return Object.assign(new TaskPicker(page, await editor.openNode(NODE)), { stage });
	};

	it('lists the newest tasks first, further ones on the way down, and finds those of a name', async () => {
		const task = await picker({ taskId: { __rl: true, mode: 'list', value: '' } });
		await task.open();
		await task.items.first().waitFor();
		expect(await task.items.first().innerText()).toContain(
			'回访第 70 批 (900070, predictive, not started)',
		);
		await shot(task.view.page, 'list');
		await task.items.last().scrollIntoViewIfNeeded();
		await task.view.page.mouse.wheel(0, 2000);
		// The node gives fifty at a time.
		await task.items.nth(60).waitFor({ state: 'attached' });
		await task.search('第 33');
		await task.items.filter({ hasText: '900070' }).first().waitFor({ state: 'detached' });
		await task.items.filter({ hasText: '900033' }).first().click();
		await expectValue(task.input, /回访第 33 批/);
		await shot(task.view.page, 'chosen');
		await task.view.execute();
		expect(read(task.stage)).toBe('900033');
	});

	it('says in the place of the list which permission is lacking', async () => {
		const { stage } = await open();
		const credential = emulatorCredential(stage.emulator.url, TEST_KEYS.withoutPermission);
		// Under the name of the stage's own it would take its place.
		const name = 'Key without permission';
		const id = await stage.rest.saveCredential({ ...credential, name });
		const task = await picker({ taskId: { __rl: true, mode: 'list', value: '' } }, id);
		await task.open();
		await task.error.getByText('dyvms:CloudQueryTask').waitFor();
		expect(await task.error.innerText()).toContain('The key has no permission for this call');
		await shot(task.view.page, 'noPermission');
	});

	it('takes the address of a page of the console', async () => {
		const task = await picker({ taskId: { __rl: true, mode: 'id', value: '' } });
		await task.choose('url');
		await task.input.fill('https://dyvms.console.aliyun.com/dyvms.htm#/task?taskId=900012');
		await task.input.blur();
		await shot(task.view.page, 'url');
		await task.view.execute();
		expect(read(task.stage)).toBe('900012');
	});
}

/** The task that was read last. */
const read = ({ emulator }: Stage): string | undefined =>
	emulator.requests.findLast(({ action }) => action === 'CloudGetTask')?.params.TaskId;

const PATIENCE_MS = 10_000;

async function expectValue(input: Locator, expected: RegExp): Promise<void> {
	const until = Date.now() + PATIENCE_MS;
	while (Date.now() < until && !expected.test(await input.inputValue())) {
		await input.page().waitForTimeout(100);
	}
	expect(await input.inputValue()).toMatch(expected);
}

async function shot(page: Page, name: string): Promise<void> {
	const folder = process.env.VMS_SHOTS;
	if (folder)
		await page.screenshot({ path: `${folder}/task-${name}-${new URL(page.url()).port}.png` });
}
