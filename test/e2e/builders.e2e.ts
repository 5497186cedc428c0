import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import { byId, Editor } from './support/editor';
import type { Browser } from './support/browser';
import { choosing, withoutPermission } from './support/menus';
import type { NodeView } from './support/nodeView';
import { NODE, openStage, workflowOf, type Stage } from './support/stage';

const { rows, sections } = callTask;

/** How a person fills in a builder, and the JSON that the vendor documents for it. */
interface Builder {
	api: string;
	json: unknown;
	fill(view: NodeView): Promise<void>;
}

const addButton = async (view: NodeView, name: string): Promise<void> => {
	await view.builder(name).locator(byId('fixed-collection-add')).last().click();
};

/** The nth of the entries that hold a field of this name; the first one is there from the start. */
const nth = async (view: NodeView, builder: string, name: string, index: number, text: string) => {
	const fields = view.field(name, view.builder(builder));
	await fields.first().waitFor();
	if ((await fields.count()) <= index) await addButton(view, builder);
	const input = fields.nth(index).locator('input').first();
	await input.fill(text);
	await input.blur();
};

const BUILDERS: Builder[] = [
	{
		api: 'UserFields',
		json: [{ name: '1234' }, { name1: '12345' }],
		async fill(view) {
			for (const [index, [name, value]] of [
				['name', '1234'],
				['name1', '12345'],
			].entries()) {
				await nth(view, 'userFields', 'name', index, name ?? '');
				await nth(view, 'userFields', 'value', index, value ?? '');
			}
		},
	},
	{
		api: 'RetryStrategy',
		json: [
			{
				condition: { sipCause: [710, 719, 800] },
				retry: 2,
				strategy: [
					{ round: 1, time: '0-0-5' },
					{ round: 2, time: '1-2-30' },
				],
				sort: 1,
			},
		],
		async fill(view) {
			const builder = view.builder('retryStrategy');
			await view.choose('kind', 'By Call Result', builder);
			await view.field('sipCause', builder).click();
			await view.pick('Busy (710)');
			await view.pick('In Another Call (719)');
			await view.page.keyboard.press('Escape');
			await view.type('otherCodes', '800', builder);
			for (const [index, amount] of ['5', '1590'].entries()) {
				await nth(view, 'round', 'amount', index, amount);
				await view.field('unit', view.builder('round')).nth(index).click();
				await view.pick('Minutes');
			}
		},
	},
	{
		api: 'ClidProperty',
		json: { defaultAreaCode: '010', isMatchCapital: '1' },
		async fill(view) {
			await view.type('defaultAreaCode', '010');
			await view.turn('isMatchCapital', true);
		},
	},
	{
		api: 'CustomerClidWeight',
		json: [
			{ number: '123,345', weight: '5' },
			{ number: '567,789', weight: '5' },
		],
		async fill(view) {
			for (const [index, number] of ['123,345', '567,789'].entries()) {
				await nth(view, 'customerClidWeight', 'number', index, number);
				await nth(view, 'customerClidWeight', 'weight', index, '5');
			}
		},
	},
	{
		api: 'CallLimitStrategy',
		json: [{ cnos: ['2000', '2001'], limit: '5' }],
		async fill(view) {
			await view.openMenu('cnos', view.builder('callLimitStrategy'));
			await view.pick('王芳 (2000)');
			await view.pick('李伟 (2001)');
			await view.page.keyboard.press('Escape');
			await nth(view, 'callLimitStrategy', 'callsPerDay', 0, '5');
		},
	},
	{
		api: 'CallVariables',
		json: [{ name: 'abcdefg', value: '${cdr_enterprise_id}' }],
		async fill(view) {
			await nth(view, 'callVariables', 'name', 0, 'abcdefg');
			await nth(view, 'callVariables', 'value', 0, '${cdr_enterprise_id}');
		},
	},
	{
		api: 'CallPriorityStrategy',
		json: {
			strategy: [
				{ sort: 1, type: 'firstCall', orderType: 2 },
				{ sort: 2, type: 'retryCall', desc: 1 },
			],
		},
		async fill(view) {
			await view.choose('first', 'Numbers Not Called Yet');
			await view.choose('desc', 'Late Rounds First');
			await view.choose('orderType', 'By Import Time');
		},
	},
];

describe('What is filled in by clicks', () => {
	let stage: Stage;
	let browser: Browser;
	let editor: Editor;
	let view: NodeView;

	beforeAll(async () => {
		stage = await openStage();
		browser = await stage.browse({ height: 2400 });
		editor = new Editor(browser.page, stage.rest);
		const parameters = {
			taskId: '133224',
			callerId: { customerClidsCategory: 1, customerClids: '64203667,23434294' },
		};
		await editor.open(workflowOf(stage.credentialId, { name: 'Builders', parameters }));
		view = await editor.openNode(NODE);
	});

	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	it('is there for every structured parameter', () => {
		const structured = rows.filter((row) => row.structured).map(({ api }) => api);
		expect(BUILDERS.map(({ api }) => api).sort()).toEqual(structured.sort());
	});

	it('opens with one entry, stays when another field is edited, and takes two rounds as they come', async () => {
		await view.add('Add Retry Field', 'Retry Strategy');
		const rounds = view.field('amount', view.builder('retryStrategy'));
		await rounds.first().waitFor();
		expect(await rounds.count()).toBe(1);
		await view.locator('taskId').fill('133225');
		await view.locator('taskId').fill('133224');
		expect(await rounds.count()).toBe(1);
		await addButton(view, 'retryStrategy');
		await rounds.nth(1).waitFor();
		const shot = process.env.VMS_SHOTS;
		if (shot) await view.page.screenshot({ path: `${shot}/rounds.png` });
		await view.execute();
		const { params } = stage.updates().at(-1) ?? {};
		expect(JSON.parse(params?.RetryStrategy ?? 'null')).toEqual({
			retry: 2,
			strategy: [
				{ round: 1, time: '0-0-5' },
				{ round: 2, time: '0-2-0' },
			],
		});
	});

	it.each(BUILDERS)('sends the documented JSON: $api', async ({ api, json, fill }) => {
		const section = sections.find((one) => one.rows.some((row) => row.api === api));
		const row = rows.find((one) => one.api === api);
		const isThere = await view.builder(row?.property.name ?? '').isVisible();
		if (!isThere)
			await view.add(section?.property.placeholder ?? '', row?.property.displayName ?? '');
		await fill(view);
		await view.execute();
		const { params } = stage.updates().at(-1) ?? {};
		expect(JSON.parse(params?.[api] ?? 'null')).toEqual(json);
	});

	it('shows what the call center has to choose from, ten thousand groups too', async () => {
		expect(await choosing(stage, editor)).toEqual({
			before: expect.stringContaining('0007 (no longer in the call center)'),
			remark: expect.stringContaining('1,000 of 10,000 outbound groups are shown'),
			sent: { Cnos: '2000,0007,2001', TimeStrategy: '9', AgentGroup: 'G9998' },
		});
	});

	it('says which action to grant where a list may not be read, and keeps what is chosen', async () => {
		const { shown, chosen } = await withoutPermission(stage, editor);
		expect(shown).toMatch(/no permission.*[Gg]rant.* dyvms:ClinkListIvrs/);
		expect(chosen).toContain('13');
	});
});
