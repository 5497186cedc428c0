import { operation } from '../../operation';
import { changeTask } from './change';
import { columns, fields } from './fields';
import { deciding, options } from './options';
import { openFor } from './prepare';
import { previewTask, refusedRow } from './preview';

/** What an update with the same fields and options would do: tasks are read, and nothing is changed. */
export const preview = operation({
	resource: 'callTask',
	option: {
		name: 'Preview',
		value: 'preview',
		action: 'Preview an update of call tasks',
		description:
			'Read outbound call tasks and show what an update with these fields would change; nothing is changed and nobody is called',
	},
	fields,
	columns,
	options: deciding,
	deeds: {
		wouldUpdate: { words: 'would be updated' },
		wouldStay: { words: 'would stay as they are' },
		wouldSkip: { words: 'would be skipped' },
		wouldRefuse: { words: 'would be refused' },
	},
	ofRefused: refusedRow,
	open: (execution) => openFor(execution, { isChange: false, run: previewTask }),
});

/** CloudUpdateTask: sets what is given; nothing is sent of the rest. */
export const update = operation({
	resource: 'callTask',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a call task',
		description:
			'Change settings of an outbound call task by its ID. Real people are called by them: an Auto Start begins calls by itself, and when a running task takes a change up is not documented. Preview shows the same without changing anything.',
	},
	fields,
	columns,
	options,
	deeds: {
		updated: { words: 'updated', isChange: true },
		unchanged: { words: 'unchanged' },
		skipped: { words: 'skipped' },
	},
	open: (execution) => openFor(execution, { isChange: true, run: changeTask }),
});
