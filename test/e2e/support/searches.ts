import { operations } from '../../../nodes/AlibabaCloudVms/operations';
import { byId, type Editor } from './editor';
import { NODE_LABEL } from './stage';

/** What people may call it. n8n looks at a node's name and its aliases only, so each is an alias or close to one. */
const WORDS = [
	'voice call',
	'phone call',
	// Behind Twilio, which has the same alias and is known to be used more.
	'phone',
	'telephone',
	'make a call',
	// Behind Execute Sub-workflow, whose alias it is too. The odd capitals of ours lift it above Calendly, whose
	// name has these letters: n8n counts a capital in a word as the beginning of another.
	'call',
	'IVR',
	// Behind ActiveCampaign.
	'campaign',
	'outbound',
	'update call task',
	'alibaba',
	'dyvms',
	'语音',
	'电话',
	'呼叫',
	'通话',
	'座席',
	'机器人',
	'外呼',
];

export const SEARCHES = [...WORDS, ...operations.map(({ option: { action } }) => action)];

const LABELS = `[...document.querySelectorAll('${byId('node-creator-item-name')}')]`;

/** Where the node stands for each of these searches: `1: call`, or `none: call`. */
export async function ranksOf(editor: Editor, searches: readonly string[]): Promise<string[]> {
	const ranks: string[] = [];
	for (const text of searches) {
		// Whatever a search finds is drawn anew; what an earlier one found may still stand there.
		await editor.page.evaluate(`${LABELS}.forEach((one) => { one.dataset.old = ''; })`);
		await editor.search(text);
		await editor.page.waitForFunction(
			`${LABELS}.length > 0 && ${LABELS}.every((one) => !('old' in one.dataset))`,
		);
		const labels = await editor.page.locator(byId('node-creator-item-name')).allInnerTexts();
		const index = labels.findIndex((label) => label.trim() === NODE_LABEL);
		ranks.push(`${index < 0 ? 'none' : index + 1}: ${text}`);
	}
	return ranks;
}
