import type { INodeProperties } from 'n8n-workflow';
import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import type { Browser } from './support/browser';
import { CONDITIONS, SCENES } from './support/conditions';
import { Editor } from './support/editor';
import { NODE, openStage, workflowOf, type Stage } from './support/stage';
import { offersTasks } from './support/taskPicker';

const { sections } = callTask;

/** `controller = value` of everything that hides a field, from the catalogue. */
function catalogued(): string[] {
	const pairs = sections.flatMap(({ rows }) =>
		rows.flatMap(({ property }) =>
			Object.entries(property.displayOptions?.hide ?? {}).flatMap(([controller, values]) =>
				(values ?? []).map((value) => `${controller} = ${JSON.stringify(value)}`),
			),
		),
	);
	return [...new Set(pairs)].sort();
}

const sectionOf = (name: string): INodeProperties => {
	const section = sections.find(({ property }) => property.name === name);
	if (!section) throw new Error(`There is no section ${name}`);
	return section.property;
};

describe('Fields that do not apply', () => {
	let stage: Stage;
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		stage = await openStage();
		browser = await stage.browse({ height: 1800 });
		editor = new Editor(browser.page, stage.rest);
	});

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	const open = async (parameters: Record<string, unknown>) => {
		const own = { taskId: '133224', ...parameters };
		await editor.open(workflowOf(stage.credentialId, { name: 'Conditions', parameters: own }));
		return await editor.openNode(NODE);
	};

	it('are all in the table', () => {
		const covered = SCENES.flatMap(({ steps }) => steps.flatMap(({ rule }) => rule ?? []));
		expect([...new Set(covered)].sort()).toEqual(catalogued());
	});

	it.each(SCENES)('$title', async ({ section, parameters, steps }) => {
		const view = await open({ [section]: parameters });
		const shown = view.section(sectionOf(section).displayName);
		for (const { action, perform, visible } of steps) {
			await perform?.(view);
			await expectSoon(async () => await view.labels(shown), visible, action);
		}
	});

	it.each(CONDITIONS)(
		'are not offered either: $off',
		async ({ section, controller, dependants }) => {
			const view = await open({ [section]: { [controller]: false } });
			const menu = sectionOf(section).placeholder ?? '';
			expect(await view.offered(menu)).not.toEqual(expect.arrayContaining([dependants[0]]));
			await view.turn(controller, true);
			expect(await view.offered(menu)).toEqual(expect.arrayContaining(dependants));
		},
	);
});

describe('The field of the task', () => {
	let stage: Stage;
	let browser: Browser;

	beforeAll(async () => {
		stage = await openStage();
		browser = await stage.browse();
	});

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	offersTasks(async () => await Promise.resolve({ stage, page: browser.page }));
});

const PATIENCE_MS = 10_000;

/** The editor redraws a moment after the click. */
async function expectSoon(
	read: () => Promise<string[]>,
	expected: string[],
	action: string,
): Promise<void> {
	const end = Date.now() + PATIENCE_MS;
	let last = await read();
	while (JSON.stringify(last) !== JSON.stringify(expected) && Date.now() < end) last = await read();
	expect({ action, visible: last }).toEqual({ action, visible: expected });
}
