import type { TaskNumber, TaskNumbers } from '../tasks/numbers';
import { problemMessage, refusalIn, type ValueCheck } from '../tasks/problems';
import { id, oneOf } from '../tasks/values';
import type { Action, ActionCall, ActionResult } from './action';
import { DONE } from './results';
import { findTarget } from './target';

export interface DeleteTelSettings {
	/** What a request that chooses no numbers does. */
	deleteWithoutChoice: 'refuse' | 'all';
}

type DeleteCall = ActionCall<DeleteTelSettings>;

const MAX_TELS = 100_000;

const CHECKS: Record<string, ValueCheck> = {
	FileId: id,
	Status: oneOf(0, 1),
	Tels: (text) => (text.split(',').length > MAX_TELS ? 'range' : undefined),
};

const CHOICES = ['FileId', 'FileName', 'Status', 'Tels'];

/** Whether a number has all that the request chooses by; by a name, the batch made last is meant. */
function chosenBy({ params }: DeleteCall, { files }: TaskNumbers): (one: TaskNumber) => boolean {
	const name = params.get('FileName');
	const named = name ? files.findLast((file) => file.Name === name) : undefined;
	const fileId = params.get('FileId') || (name ? (named?.Id ?? '') : undefined);
	const status = params.get('Status');
	const tels = params.get('Tels');
	const wanted = tels ? new Set(tels.split(',')) : undefined;
	return (one) =>
		(fileId === undefined || one.fileId === fileId) &&
		(!status || one.status === status) &&
		(wanted === undefined || wanted.has(one.tel));
}

function run(call: DeleteCall): ActionResult {
	const { params, store, settings } = call;
	const refused = refusalIn(params, CHECKS);
	if (refused) return { refused };
	const target = findTarget(call);
	if ('refused' in target) return target;
	if (settings.deleteWithoutChoice === 'refuse' && !CHOICES.some((name) => params.get(name))) {
		return { refused: problemMessage('Tels', 'empty') };
	}
	const known = store.numbers.of(target.task.EnterpriseId, target.task.Id);
	const isChosen = chosenBy(call, known);
	known.numbers = known.numbers.filter((one) => !isChosen(one));
	known.tels = new Set(known.numbers.map(({ tel }) => tel));
	return DONE;
}

/** Deletes numbers of a task, also of a running one; its batches stay in the list. */
export const deleteTaskTel: Action<DeleteTelSettings> = {
	mandatory: ['EnterpriseId', 'TaskId'],
	run,
};
