import { about } from '../../gateway/failure';
import { shaperOf, shapeTask } from '../../input/shape';
import { callTask } from '../../parameters';
import { catalogueOf } from '../../parameters/catalogue';
import { createTaskReader } from '../../tasks/reader';
import { inWords } from '../../tasks/state';
import { questionsOf, taskIn, taskOf } from '../../tasks/which';
import { TASK_FIELDS } from '../fields';
import { operation } from '../operation';
import { OUTPUT, SENDING } from '../options';

/** Which task: nothing else is asked for. */
const catalogue = catalogueOf(callTask.identity, []);

/** CloudGetTask and CloudQueryTask: each lacks what the other has. */
export const get = operation({
	resource: 'callTask',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a call task',
		description:
			'Read all settings and the state of an outbound call task by its ID; nothing is changed and nobody is called',
	},
	fields: TASK_FIELDS,
	options: { ...SENDING, simplify: OUTPUT.simplify },
	deeds: { read: { words: 'read' } },
	open({ context, send, account, total, enterpriseId, timezone, optionsOf }) {
		const reader = createTaskReader(send, { account, catalogue: callTask, total });
		const shaper = shaperOf(callTask);
		const readItem = questionsOf(context, { catalogue, enterpriseId, zone: timezone });
		return (itemIndex) => {
			const options = optionsOf(itemIndex);
			if (!options.ok) return about(taskIn(readItem(itemIndex)), options);
			const { simplify } = options.value;
			const asked = readItem(itemIndex);
			if (!asked.ok) return asked;
			const task = taskOf(asked.value);
			const run = async () => {
				const read = await reader.readWhole(task);
				if (!read.ok) return read;
				const { fields: found, lacks } = read.value;
				const json = simplify ? shapeTask(found, shaper, inWords) : { ...found };
				if (lacks) json.warnings = lacks;
				return { ok: true as const, value: { did: 'read' as const, outputs: [{ json }] } };
			};
			return { ok: true, value: { task, run } };
		};
	},
});
