import type { IDataObject } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';
import { IMPORT_NUMBERS } from '../../../gateway/actions';
import { fail, mayBeApplied, type Failure, type Result } from '../../../gateway/failure';
import { isRecord } from '../../../guards';
import type { Send } from '../../../sending/send';
import { known } from '../../../tasks/noSuchTask';
import { aboutTask } from '../../../tasks/state';
import { quote } from '../../../text';
import { batchesNamed } from './arrived';
import { jsonOf, type Joined } from './join';
import type { Group } from './part';

/** How batches are sent. */
export interface Way {
	send: Send;
	cancelled?: AbortSignal;
	/** How often a batch is sent at most. */
	maximumAttempts: number;
	/** The longest time that is spent on looking for a batch, in seconds. */
	longestWait: number;
	/** Whether the name of a batch is that of no other one. */
	isMarked: boolean;
	/** Told whenever the batch is on its way, and its answer is all that is waited for. */
	underWay(): void;
}

/** What became of a batch that is in the task, under the API's names. */
export interface Arrived {
	FileId: string | null;
	ImportTotal: number | null;
	SuccessTotal: number | null;
	InvalidTotal: number | null;
	RequestId: IDataObject[string];
	/** A sentence without the final period. */
	warning?: string;
}

const FIRST_LOOK_MS = 500;

const numberOf = (value: unknown): number | null =>
	/^\d{1,15}$/.test(String(value)) ? Number(value) : null;

const NOT_SAID = 'The answer does not say how many numbers of the batch the service took';

function arrivedBy(answer: IDataObject): Arrived {
	const data = isRecord(answer.Data) ? answer.Data : {};
	const { FileId: id } = data;
	const SuccessTotal = numberOf(data.SuccessTotal);
	return {
		...(SuccessTotal === null ? { warning: NOT_SAID } : {}),
		FileId: (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : null,
		ImportTotal: numberOf(data.ImportTotal),
		SuccessTotal,
		InvalidTotal: numberOf(data.InvalidTotal),
		RequestId: answer.RequestId ?? null,
	};
}

const NOT_IMPORTED = '0';

/** A batch that was found in the list in place of an answer; the list counts otherwise than an answer. */
function arrivedAs({ Id, ImportCount, Status }: IDataObject): Arrived {
	const isUnderWay = String(Status) === NOT_IMPORTED;
	const found = 'The answer was lost; the batch was found in the list of the task';
	return {
		FileId: String(Id),
		ImportTotal: null,
		// What is still being imported has no count.
		SuccessTotal: isUnderWay ? null : numberOf(ImportCount),
		InvalidTotal: null,
		RequestId: null,
		warning: isUnderWay
			? `${found}, which had not imported it yet; look later with 'Get Number Batches' how many numbers were taken`
			: `${found}, and what was not taken of it is not known`,
	};
}

/** What is known after a failure that leaves open whether the batch arrived. */
type Verdict = { arrived: Arrived } | { unknown: string } | 'notThere';

interface Sent {
	name: string;
	group: Group;
	/** How often it was sent so far. */
	times: number;
	/** Milliseconds since 1970, before it was sent first. */
	since: number;
}

async function look(
	{ group }: Joined,
	{ send, isMarked }: Way,
	{ name, since }: Sent,
): Promise<Verdict> {
	const listed = await batchesNamed(send, group.task, { name, since });
	if (!listed.ok) {
		return { unknown: `The batches of the task could not be listed: ${listed.failure.message}.` };
	}
	const [first, ...others] = listed.value;
	if (!first) return 'notThere';
	if (isMarked && others.length === 0) return { arrived: arrivedAs(first) };
	const ids = listed.value.map(({ Id, CreateTime }) => `${String(Id)} of ${String(CreateTime)}`);
	return {
		unknown: `The task has batches of this name (${ids.join(', ')}), and which of them is an older one is not known.`,
	};
}

/** Looks until the batch is there or the time is up: a request whose answer is lost may still be worked on. */
async function lookOften(batch: Joined, way: Way, sent: Sent, longestMs: number): Promise<Verdict> {
	let spentMs = 0;
	for (let pause = FIRST_LOOK_MS; ; pause *= 2) {
		const verdict = await look(batch, way, sent);
		if (verdict !== 'notThere' || spentMs + pause > longestMs) return verdict;
		await wait(pause, undefined, { signal: way.cancelled });
		spentMs += pause;
	}
}

/** What else may have been done: people may be called by now. */
const mayCall = ({ params }: Group): string =>
	params.ImportTelAutoStart === '1' ? 'The task may have been started by it.' : '';

const howToLook = (name: string): string =>
	`Look for it with 'Get Number Batches' before you import these numbers again: the batch is called ${quote(name)}.`;

/** A failure after which it is open whether the numbers are in the task. */
const open = (failure: Failure, why: string, { name, times, group }: Sent) =>
	fail({
		...failure,
		fate: undefined,
		became: 'unknown',
		description: [
			failure.description,
			times > 1
				? `It is not known whether the numbers arrived, which were sent ${times} times.`
				: 'It is not known whether the numbers arrived, and they were not sent again.',
			why,
			mayCall(group),
			howToLook(name),
		]
			.filter(Boolean)
			.join(' '),
	});

async function afterOpen(
	failure: Failure,
	batch: Joined,
	way: Way,
	sent: Sent,
): Promise<Result<Arrived> | 'again'> {
	const { group } = batch;
	const isNew = group.params.FileId === undefined;
	const isStopped = way.cancelled?.aborted === true;
	if (isStopped) return open(failure, 'The execution was stopped.', sent);
	if (!isNew) {
		return group.leavesOutDoubles
			? 'again'
			: open(failure, `They were to be added to batch ${group.params.FileId}.`, sent);
	}
	const longestMs = group.leavesOutDoubles
		? Math.min(FIRST_LOOK_MS, way.longestWait * 1000)
		: way.longestWait * 1000;
	const verdict = await lookOften(batch, way, sent, longestMs).catch((): Verdict => ({
		unknown: 'The execution was stopped before that was found out.',
	}));
	if (verdict === 'notThere') {
		return group.leavesOutDoubles
			? 'again'
			: open(
					failure,
					"It is not in the list of the task so far, but may still come; as 'Duplicates' is set, numbers that arrive twice would be called twice.",
					sent,
				);
	}
	return 'arrived' in verdict
		? { ok: true, value: verdict.arrived }
		: open(failure, verdict.unknown, sent);
}

/**
 * Sends a batch. Where a failure leaves open whether it arrived, the list of the task decides; it is sent again
 * only where it is not there and numbers that arrive twice after all are left out by the service. Rejects if the execution
 * is stopped before anything was sent.
 */
export async function sendBatch(batch: Joined, name: string, way: Way): Promise<Result<Arrived>> {
	const { group, parts } = batch;
	const sent: Sent = { name, group, times: 0, since: Date.now() };
	const params = { ...group.params, Name: name, TaskTelList: await jsonOf(parts) };
	for (let attempt = 1; ; attempt++) {
		sent.times = attempt;
		const answer = known(
			group.task,
			await way.send(IMPORT_NUMBERS, params, { underWay: way.underWay }),
		);
		const proven = answer.ok
			? aboutTask(answer.value, { Id: answerTask(answer.value) }, group.task)
			: answer;
		if (proven.ok) return { ok: true, value: arrivedBy(proven.value) };
		const { failure } = proven;
		if (!mayBeApplied(failure)) return proven;
		const next = await afterOpen(failure, batch, way, sent);
		if (next !== 'again') return next;
		if (attempt >= way.maximumAttempts) {
			return open(failure, '', sent);
		}
	}
}

const answerTask = ({ Data }: IDataObject): unknown => (isRecord(Data) ? Data.TaskId : undefined);
