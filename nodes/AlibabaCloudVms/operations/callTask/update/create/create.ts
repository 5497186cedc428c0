import type { Result } from '../../../../gateway/failure';
import { laneOfName } from '../../../../tasks/alone';
import { noted } from '../../../noted';
import { operation, type Done, type Job } from '../../../operation';
import { columnsOfNewTask, fieldsOfNewTask } from '../fields';
import { idsIn, namesOf } from './byName';
import { creationOf } from './creation';
import type { NewTask } from './item';
import { creating, skipIfTheNameExists } from './options';

const TWICE =
	"After a failure n8n would run all items again, and create once more what had been created. With 'Skip If the Name Exists' under Options it may.";

const OTHERWISE = "; with 'Skip If the Name Exists' under Options, it is looked for first";

/** CloudCreateTask. */
export const create = operation({
	resource: 'callTask',
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a call task',
		description:
			'Create an outbound call task with a name and a type, from given settings, a template or another task; a predictive one needs agents or an outbound group, an automatic one an IVR. It calls nobody before it has numbers and is started, by Start or by its own Auto Start.',
	},
	fields: fieldsOfNewTask,
	columns: columnsOfNewTask,
	options: { ...creating, skipIfTheNameExists },
	deeds: {
		created: { words: 'created', isChange: true },
		skipped: { words: 'skipped' },
	},
	open(execution) {
		const creation = creationOf(execution, OTHERWISE);
		const names = namesOf(execution, creation);
		type Deed = 'created' | 'skipped';
		const make = async (item: NewTask, skips: boolean): Promise<Result<Done<Deed>>> => {
			if (!skips) return await names.createBlindly(item);
			return await names.look<Done<Deed>>(item, async ({ found: [one, ...more], create: go }) => {
				if (!one) return await go();
				const ids = idsIn([one, ...more]);
				const warnings = more.length > 0 ? [`Several tasks have this name: ${ids}`] : [];
				const summary = 'A task of this name is there already, so none was created';
				return creation.tell('skipped', item, { state: one, summary, warnings });
			});
		};
		return (itemIndex): Result<Job<Deed>> => {
			const own = execution.optionsOf(itemIndex);
			if (!own.ok) return own;
			const skips = own.value.skipIfTheNameExists;
			const read = creation.read(itemIndex, { ...own.value, sendEmptyValues: false }, 'new');
			if (!read.ok) return read;
			const item = read.value;
			const run = async () => noted(await make(item, skips), item.wish.notes);
			const task = { enterpriseId: item.enterpriseId, taskId: '' };
			const lane = laneOfName(item.enterpriseId, item.name);
			const twice = skips ? ({ isSteady: true } as const) : { whyNotTwice: TWICE };
			return { ok: true, value: { lane, task, isChange: true, ...twice, run } };
		};
	},
});
