import type { INodeProperties } from 'n8n-workflow';
import { callTask } from '../parameters';
import { propertiesOf } from '../parameters/properties';

/** Where the fields come from: a name that workflows store, and its values. */
export const FIELDS = { name: 'fields', below: 'setBelow', fromInput: 'mapFromInput' } as const;

/** What a person should read before the step runs, above the fields. */
export const notice = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
});

/** Fields that several operations have: the editor keeps what they hold on a switch between those. */

/** The two that say which task: its ID, and the enterprise. */
export const TASK_FIELDS: readonly INodeProperties[] = callTask.identity.flatMap(propertiesOf);

/** The enterprise alone; whoever needs more than the two puts it between them, since the credential may say it. */
export const ENTERPRISE_FIELDS = TASK_FIELDS.filter(({ name }) => name === 'enterpriseId');

/** The task alone. */
export const WHICH_TASK = TASK_FIELDS.filter(({ name }) => name === 'taskId');
