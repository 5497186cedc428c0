import { Doors } from '../../bulk/doors';
import { identity } from '../../parameters';
import { didYouMean } from '../../parameters/columns';
import type { Row } from '../../parameters/parameter';
import { quote } from '../../parameters/words';
import { check, missing, unsendable } from '../../pipeline/check';
import type { Given } from '../../pipeline/collect';
import { read, type Read } from '../../pipeline/read';
import { changeTask } from '../../tasks/change';
import { idOf, type TaskKey } from '../../tasks/state';
import type { Result } from '../../transport/failure';
import { fail } from '../../transport/failure';
import type { Call, Session } from '../action';

const [enterprise, taskId] = identity;

/** The given values, with the credential's enterprise where the item names none. */
function withDefaults(given: Given[], enterpriseId: string): Given[] {
	if (!enterprise || !enterpriseId) return given;
	if (given.some(({ row, value }) => row === enterprise && value !== '')) return given;
	const fromCredential = {
		row: enterprise,
		label: 'Default Enterprise ID',
		value: enterpriseId,
	};
	return [fromCredential, ...given.filter(({ row }) => row !== enterprise)];
}

const unknownColumn = (name: string): string =>
	`The column ${quote(name)} is no parameter${didYouMean(name, '; ')}`;

/** Which task; both parameters are known to be there. */
function taskOf(fields: readonly Read[]): TaskKey {
	const wireOf = (row?: Row) => fields.find((field) => field.row === row)?.reading.wire ?? '';
	return { enterpriseId: wireOf(enterprise), taskId: wireOf(taskId) };
}

/** Tasks that executions of this process are changing. */
const tasks = new Doors(1);

/** A task is changed by one item at a time, whichever execution that is of: one may have paused it. */
const alone =
	<T>(lane: string, { account, cancelled }: Session, run: () => Promise<T>) =>
	async () =>
		await tasks.through(`${account} ${lane}`, cancelled, run);

/** One item from its values to a call that changes its task, or shows what would change. */
export function prepareUpdate(itemIndex: number, session: Session): Result<Call> {
	const own = session.optionsOf(itemIndex);
	if (!own.ok) return own;
	const options = own.value;
	const collected = session.collect(itemIndex, options.sendEmptyValues);
	if (!collected.ok) return collected;
	const { given, unknown } = collected.value;
	const refusesUnknown = options.unknownColumns === 'refuse';
	if (!refusesUnknown) unknown.forEach((name) => session.unknownColumns.add(name));
	const { fields, ignored } = read(withDefaults(given, session.enterpriseId), session.timezone);
	const issues = [
		...(refusesUnknown ? unknown.map(unknownColumn) : []),
		...missing(fields),
		...(options.checkValuesBeforeSending ? check(fields) : unsendable(fields)),
	];
	if (issues.length > 0) {
		return fail({
			kind: 'input',
			message: issues.join('. '),
			description: 'Nothing was sent for this item.',
		});
	}
	const task = taskOf(fields);
	const plan = {
		task,
		fields,
		ignored,
		options,
		isPreview: session.isPreview,
		isMapped: session.isMapped,
	};
	const lane = `${task.enterpriseId}/${idOf(task.taskId)}`;
	const run = async () => await changeTask(plan, session);
	// A preview changes nothing, and waits for nobody.
	return { ok: true, value: { lane, run: plan.isPreview ? run : alone(lane, session, run) } };
}
