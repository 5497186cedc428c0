import { fail } from '../../gateway/failure';
import { check, missing } from '../../input/check';
import { shaperOf, shapeTask } from '../../input/shape';
import { fieldsBelow } from '../../input/source';
import { callTask } from '../../parameters';
import { catalogueOf } from '../../parameters/catalogue';
import { propertiesOf } from '../../parameters/properties';
import { createTaskReader } from '../../tasks/reader';
import { readAbout, taskOf } from '../../tasks/which';
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
	fields: catalogue.identity.flatMap(propertiesOf),
	options: { ...SENDING, simplify: OUTPUT.simplify },
	deeds: { read: { words: 'read' } },
	open({ context, send, account, total, enterpriseId, timezone, optionsOf }) {
		const source = fieldsBelow(context, catalogue);
		const reader = createTaskReader(send, { account, catalogue: callTask, total });
		const shaper = shaperOf(callTask);
		const about = { catalogue, enterpriseId, zone: timezone };
		return (itemIndex) => {
			const options = optionsOf(itemIndex);
			if (!options.ok) return options;
			const { simplify } = options.value;
			const collected = source.collect(itemIndex);
			if (!collected.ok) return collected;
			const { fields } = readAbout(collected.value.given, about);
			const issues = [...missing(fields, catalogue), ...check(fields, catalogue)];
			if (issues.length > 0) {
				const description = 'Nothing was sent for this item.';
				return fail({ kind: 'input', message: issues.join('. '), description });
			}
			const task = taskOf(fields);
			const run = async () => {
				const read = await reader.readWhole(task);
				if (!read.ok) return read;
				const { fields: found, lacks } = read.value;
				const json = simplify ? shapeTask(found, shaper) : { ...found };
				if (lacks) json.warnings = [lacks];
				return { ok: true as const, value: { did: 'read' as const, outputs: [{ json }] } };
			};
			return { ok: true, value: { run } };
		};
	},
});
