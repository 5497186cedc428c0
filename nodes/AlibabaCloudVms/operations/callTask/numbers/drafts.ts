import { isMobile } from '../../../parameters/encoders/tel';
import { Slice } from '../../../sending/slice';
import type { Result } from '../../../gateway/failure';
import type { AnyExecution, Done, Paired } from '../../operation';
import type { Joined } from './join';
import {
	columnsFor,
	fillIn,
	toldOf,
	warningsOf,
	type Columns,
	type Deed,
	type OfBatch,
} from './outcomes';
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

/** Where the outputs of all batches are made. */
interface Desk extends Pick<AnyExecution, 'finished' | 'clean'> {
	/** By item. */
	outputs: Paired[];
}

/** A mobile number of which there is nothing to say: no words of anybody's. */
const isBare = ({ tel, warnings }: Part): boolean => warnings === undefined && isMobile(tel);

/**
 * What becomes of the numbers of a batch: made while the service works on it, so that only what its answer
 * says has to be filled in. In slices, since there may be a hundred thousand.
 */
export class Drafts {
	private making?: Promise<void>;

	private isOver = false;

	constructor(
		private readonly batch: Joined,
		private readonly name: string,
		private readonly desk: Desk,
	) {}

	/**
	 * What became of the batch, which all its numbers share.
	 * @param send tells when there is nothing left to do but to wait
	 */
	async madeDuring(
		send: (underWay: () => void) => Promise<Result<Arrived>>,
	): Promise<Result<Done<Deed>>> {
		try {
			// Whoever wants the outcomes is told of what goes wrong.
			const sent = await send(() => void this.made().catch(() => {}));
			return sent.ok ? { ok: true, value: await this.filledIn(sent.value) } : sent;
		} finally {
			this.isOver = true;
		}
	}

	private async filledIn(arrived: Arrived): Promise<Done<Deed>> {
		await this.made();
		const { items, group } = this.batch;
		const { outputs } = this.desk;
		const ofBatch = this.told(arrived, this.columnsAt(0).BatchName);
		const warnings = warningsOf(arrived, items.length);
		const slice = new Slice();
		for (let place = 0; place < items.length; place++) {
			if (slice.isOverAt(place)) await slice.giveWay();
			fillIn(this.columnsAt(place), ofBatch, warnings);
		}
		return {
			did: ofBatch.action,
			task: group.task,
			outputs: [],
			outputOf: (item) => outputs[item] as Paired,
		};
	}

	private async made(): Promise<void> {
		this.making ??= this.make();
		await this.making;
	}

	private async make(): Promise<void> {
		const { items, parts, group } = this.batch;
		const { outputs, finished, clean } = this.desk;
		const ofBatch = this.told(UNANSWERED, this.name);
		const ofAll = [group.task.taskId, this.name];
		const isClean = clean(ofAll) === ofAll;
		const slice = new Slice();
		for (let place = 0; place < items.length && !this.isOver; place++) {
			if (slice.isOverAt(place)) await slice.giveWay();
			const item = items[place] as number;
			const part = parts[place] as Part;
			const json = columnsFor(part, { position: place + 1, reason: '' }, ofBatch);
			outputs[item] = finished(item, { json }, isClean && isBare(part));
		}
	}

	private columnsAt(place: number): Columns {
		return this.desk.outputs[this.batch.items[place] as number]?.json as Columns;
	}

	/** @param name which has no part of the key */
	private told(arrived: Arrived, name: string | null): OfBatch {
		const { items, group } = this.batch;
		const starts = group.params.ImportTelAutoStart === '1';
		return toldOf(arrived, { name, sent: items.length, starts });
	}
}
