import { updateDisplayOptions } from 'n8n-workflow';
import { callTask } from '../../parameters';
import { collectionOf, propertiesOf } from '../../parameters/properties';
import type { Action } from '../action';
import { FIELDS, mapping, modes } from './modes';
import { prepareUpdate } from './prepareUpdate';

/** CloudUpdateTask: sets what is given and leaves the rest of the task as it is. */
export const update: Action = {
	resource: 'callTask',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a call task',
		description: 'Change settings of an outbound call task',
	},
	properties: [
		...modes,
		...mapping,
		...updateDisplayOptions({ show: { [FIELDS.name]: [FIELDS.below] } }, [
			...callTask.identity.flatMap(propertiesOf),
			...callTask.sections.map(collectionOf),
		]),
	],
	prepare: prepareUpdate,
};
