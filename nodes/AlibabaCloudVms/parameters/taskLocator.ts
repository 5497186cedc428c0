import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { ANY_VENDOR, VENDORS } from '../gateway/help';

/** What makes a property a locator of tasks. */
type Locator = Pick<INodeProperties, 'type' | 'default' | 'modes' | 'placeholder'>;

/** What an address looks like that may say a task; the rest is told when the node runs. */
const CONSOLE_PAGE = `\\s*https://(?:[^/?#@\\s]+\\.)?${ANY_VENDOR}[/?#:]\\S*[?&][tT][aA][sS][kK]_?[iI][dD]=0*[1-9]\\d*(?:[&#]\\S*)?\\s*`;

/** A task: chosen from a list of the account, by its ID, or by the address of its page in the console. */
export const TASK_LOCATOR = {
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	// The editor shows those of the modes; this one is for the pages.
	placeholder: 'e.g. 133224',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a task',
			typeOptions: { searchListMethod: 'searchCallTasks', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 133224',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://dyvms.console.aliyun.com/…?taskId=133224',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: CONSOLE_PAGE,
						errorMessage: `Not an https address of the console (${VENDORS.join(', ')}) with taskId=… in it`,
					},
				},
			],
		},
	],
} satisfies Locator;

const named = (wanted: string): INodePropertyMode[] =>
	TASK_LOCATOR.modes.filter(({ name }) => name === wanted);

/**
 * The same where columns are mapped: the column that says which task, or one task for all items. It has the
 * same names of modes, so that a switch between the two keeps what was chosen.
 */
export const MAPPED_TASK_LOCATOR: Locator = {
	...TASK_LOCATOR,
	default: { mode: 'id', value: '' },
	placeholder: 'e.g. Task No',
	modes: [
		...named('id').map((mode) => ({
			...mode,
			displayName: 'By Column or ID',
			placeholder: 'e.g. Task No',
		})),
		...named('list'),
		...named('url'),
	],
};
