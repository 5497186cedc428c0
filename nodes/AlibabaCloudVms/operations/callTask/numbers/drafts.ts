import { Slice } from '../../../sending/slice';
import type { Result } from '../../../gateway/failure';
import type { AnyExecution, Done } from '../../operation';
import { detailsOf, inOne } from '../../outcome';
import type { Joined } from './join';
import { fillIn, ofBatch, outputFor, warningsOf, type Deed, type Output } from './outcomes';
import type { Part } from './part';
import type { Arrived } from './sendBatch';

/** What is known of a batch before its answer. */
const UNANSWERED: Arrived = {
	FileId: null,
	ImportTotal: null,
	SuccessTotal: null,
	InvalidTotal: null,
	RequestId: null,
};

type Outcomes = ReadonlyArray<{ ok: true; value: Done<Deed> }>;

/**
 * What becomes of the numbers of a batch: made while the service works on it, so that only what its answer
 * says has to be filled in. In slices, since there may be a hundred thousand.
 */
export class Drafts {
	private readonly outputs: Output[] = [];

	private readonly outcomes: Array<{ ok: true; value: Done<Deed> }> = [];

	private making?: Promise<void>;

	private isOver = false;

	/** @param clean takes the key out of what an item says */
	constructor(
		private readonly batch: Joined,
		private readonly name: string,
		private readonly clean: AnyExecution['clean'],
	) {}

	/**
	 * The outcomes of the batch, if it comes to be in the task.
	 * @param send tells when there is nothing left to do but to wait
	 */
	async madeDuring(
		send: (underWay: () => void) => Promise<Result<Arrived>>,
	): Promise<Result<Outcomes>> {
		try {
			// Whoever wants the outcomes is told of what goes wrong.
			const sent = await send(() => void this.made().catch(() => {}));
			return sent.ok ? { ok: true, value: await this.filledIn(sent.value) } : sent;
		} finally {
			this.isOver = true;
		}
	}

	private async filledIn(arrived: Arrived): Promise<Outcomes> {
		await this.made();
		const { outputs, outcomes } = this;
		const batch = this.said(arrived);
		const warnings = warningsOf(arrived, outputs.length);
		const slice = new Slice();
		for (let index = 0; index < outputs.length; index++) {
			if (slice.isOverAt(index)) await slice.giveWay();
			fillIn(outputs[index] as Output, batch);
			if (warnings.length > 0) this.warn(index, warnings);
		}
		if (batch.action !== 'imported') for (const { value } of outcomes) value.did = batch.action;
		return outcomes;
	}

	private async made(): Promise<void> {
		this.making ??= this.make();
		await this.making;
	}

	private async make(): Promise<void> {
		const { outputs, outcomes, clean } = this;
		const { parts, group } = this.batch;
		const { task } = group;
		const id = clean(task.taskId);
		const batch = this.said(UNANSWERED);
		const slice = new Slice();
		for (let index = 0; index < parts.length && !this.isOver; index++) {
			if (slice.isOverAt(index)) await slice.giveWay();
			const { tel, warnings } = parts[index] as Part;
			const own = {
				id,
				tel: clean(tel),
				warnings: clean(warnings),
				position: index + 1,
				reason: '',
			};
			const json = outputFor(own, batch);
			outputs.push(json);
			outcomes.push({
				ok: true,
				value: { did: 'imported', task, outputs: [{ json }], isClean: true },
			});
		}
	}

	private said(arrived: Arrived) {
		const { parts, group } = this.batch;
		const starts = group.params.ImportTelAutoStart === '1';
		return ofBatch(arrived, { name: this.clean(this.name), sent: parts.length, starts });
	}

	/** Adds what is worth a second look about all of them. */
	private warn(index: number, ofAll: readonly string[]): void {
		const output = this.outputs[index] as Output;
		const { warnings = [] } = this.batch.parts[index] as Part;
		const all = this.clean([...warnings, ...ofAll]);
		output.warnings = inOne(all);
		output.details = detailsOf(all);
	}
}
