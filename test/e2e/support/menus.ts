import { byId, type Editor } from './editor';
import type { NodeView } from './nodeView';
import { NODE, workflowOf, type Stage } from './stage';

const EnterpriseId = '7000002';
const MANY = 10_000;

/** What a field shows as chosen. */
const chosen = async (view: NodeView, name: string): Promise<string> => {
	const field = view.field(name).first();
	const [text, value] = [
		await field.innerText(),
		await field.locator('input').first().inputValue(),
	];
	return `${text} ${value}`.replaceAll(/\s+/g, ' ');
};

/** Opens a menu, looks for something in it, and picks it. */
async function pick(view: NodeView, name: string, typed: string, label: string): Promise<void> {
	await view.openMenu(name);
	await view.page.keyboard.type(typed);
	await view.pick(label);
	await view.page.keyboard.press('Escape');
}

/** Somebody chooses agents, times and one of ten thousand groups, by clicks; gives what was sent then. */
export async function choosing(stage: Stage, editor: Editor) {
	stage.emulator.reset();
	const { groups } = stage.emulator.store.callCenter;
	groups.clear();
	for (let number = 1; number <= MANY; number++) {
		const [Gno, GroupName] = [`G${number}`, `South ${number}`];
		groups.put({ EnterpriseId, Gno, GroupName, Type: '2', Comment: '', CreateTime: '' });
	}
	await editor.open(
		workflowOf(stage.credentialId, {
			name: 'Menus',
			parameters: {
				taskId: '133224',
				schedule: { timeStrategy: [] },
				agents: { cnos: ['2000', '0007'] },
			},
		}),
	);
	const view = await editor.openNode(NODE);
	await view.field('cnos').getByText('王芳 (2000)').first().waitFor();
	const before = await chosen(view, 'cnos');
	await pick(view, 'cnos', '2001', '李伟 (2001)');
	await pick(view, 'timeStrategy', '09:00', 'time-9 (9, Mon to Fri 09:00 to 12:00)');
	await view.add('Add Agent Field', 'Outbound Groups');
	await view.openMenu('agentGroup');
	const [remark = ''] = await view.choices();
	await view.page.keyboard.press('Escape');
	await view.add('Add Agent Field', 'Find in Lists');
	const reloaded = view.page.waitForResponse(/dynamic-node-parameters\/options/);
	await view.type('findInLists', 'south 9998');
	await reloaded;
	await pick(view, 'agentGroup', '9998', 'South 9998 (G9998)');
	const shot = process.env.VMS_SHOTS;
	if (shot) await view.page.screenshot({ path: `${shot}/menus.png` });
	await view.execute();
	const { Cnos, TimeStrategy, AgentGroup } = stage.updates().at(-1)?.params ?? {};
	return { before, remark, sent: { Cnos, TimeStrategy, AgentGroup } };
}

/** What a menu shows whose list the key may not read, and what is chosen in it. */
export async function withoutPermission(stage: Stage, editor: Editor) {
	stage.emulator.reset();
	for (const key of stage.emulator.settings.keys) key.allowedActions = ['CloudUpdateTask'];
	await editor.open(
		workflowOf(stage.credentialId, {
			name: 'Menus',
			parameters: {
				taskId: '133224',
				callHandling: { ivrId: '13' },
			},
		}),
	);
	const view = await editor.openNode(NODE);
	await view.openMenu('ivrId');
	const shown = (await view.choices()).join(' ');
	const shot = process.env.VMS_SHOTS;
	if (shot) await view.page.screenshot({ path: `${shot}/menus-denied.png` });
	await view.page.keyboard.press('Escape');
	await view.page.locator(byId('node-parameters')).waitFor();
	return { shown, chosen: await chosen(view, 'ivrId') };
}
