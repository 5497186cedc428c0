import type { IDataObject } from 'n8n-workflow';
import { explainUnproven } from '../../../gateway/answers';
import { fail, type Result } from '../../../gateway/failure';
import { settled } from '../../../gateway/settled';
import type { Read } from '../../../input/given';
import { changeOf, compare, type Comparison } from '../../../tasks/compare';
import type { TaskReader } from '../../../tasks/reader';
import type { TaskState } from '../../../tasks/state';
import { quote } from '../../../text';
import type { Plan } from './plan';

const said = (value: unknown): string => (value === null ? 'nothing' : quote(value));

function notTaken(comparison: Comparison): string {
	const { label, from, to } = changeOf(comparison);
	return `'${label}' did not take: the task has ${said(from)} instead of ${said(to)}`;
}

/** What the output says of it, and the task as it was read back, where it was. */
type Verified = Result<{ verified: true; notVerified: string }> & { state?: TaskState };

/**
 * Reads a task back after its update. A value that did not take is a failure, and so is a task that can't
 * be read. What can't be read back is named.
 * @param answered what was sent, and the gateway's answer to it
 */
export async function verify(
	{ task, catalogue }: Plan,
	reader: TaskReader,
	answered: { sent: readonly Read[]; answer: IDataObject },
): Promise<Verified> {
	const { sent, answer } = answered;
	const apis = sent.map(({ row }) => row.api);
	// Also where the execution is stopped before it: the update was made.
	const read = await settled(async () => await reader.readNow(task, apis));
	if (!read.ok) {
		const { failure } = read;
		return fail({
			...failure,
			message: `The update was answered with OK, but could not be verified: ${failure.message}`,
			retry: undefined,
			became: 'unknown',
		});
	}
	const state = read.value;
	const comparisons = compare(sent, state, catalogue);
	// What a cleared field holds afterwards is the service's choice: nothing proves that it took.
	const isCleared = ({ field }: Comparison) => field.reading.wire === '';
	const wrong = comparisons.filter((one) => one.verdict === 'differs' && !isCleared(one));
	if (wrong.length > 0) {
		const failure = explainUnproven(
			answer,
			wrong.map(notTaken).join('. '),
			'The update was answered with OK, but the task read back differs. Look at it in the console; its state or its type may not allow the change.',
		);
		return { ...fail(failure), state };
	}
	const notVerified = comparisons
		.filter((one) => one.verdict === 'unknown' || (one.verdict === 'differs' && isCleared(one)))
		.map(({ field }) => field.row.api);
	return { ok: true, value: { verified: true, notVerified: notVerified.join(', ') }, state };
}
