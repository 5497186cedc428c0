import { updateDisplayOptions } from 'n8n-workflow';
import { callTask } from '../../../parameters';
import { collectionOf, propertiesOf } from '../../../parameters/properties';
import { operation } from '../../operation';
import { FIELDS, mapping, modes } from './modes';
import { options } from './options';
import { open } from './prepare';

/** CloudUpdateTask: sets what is given and leaves the rest of the task as it is. */
export const update = operation({
	resource: 'callTask',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a call task',
		description: 'Change settings of an outbound call task',
	},
	fields: [
		...modes,
		...mapping,
		...updateDisplayOptions({ show: { [FIELDS.name]: [FIELDS.below] } }, [
			...callTask.identity.flatMap(propertiesOf),
			...callTask.sections.map(collectionOf),
		]),
	],
	options,
	deeds: {
		updated: { words: 'updated', isChange: true },
		unchanged: { words: 'unchanged' },
		skipped: { words: 'skipped' },
		wouldUpdate: { words: 'would be updated' },
		wouldStay: { words: 'would stay as they are' },
		wouldSkip: { words: 'would be skipped' },
		wouldRefuse: { words: 'would be refused' },
	},
	open,
});
