import { identity, sections } from '../../parameters';
import { collectionOf, propertiesOf } from '../../parameters/properties';
import type { Action } from '../action';
import { prepare } from '../prepare';

/** CloudUpdateTask: sets what is given and leaves the rest of the task as it is. */
export const update: Action = {
	resource: 'callTask',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a call task',
		description: 'Change settings of an outbound call task',
	},
	properties: [...identity.flatMap(propertiesOf), ...sections.map(collectionOf)],
	api: 'CloudUpdateTask',
	repeatable: true,
	prepare,
};
