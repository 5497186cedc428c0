import { Account } from '../../../../nodes/AlibabaCloudVms/sending/account';
import { Pace, type PaceOptions } from '../../../../nodes/AlibabaCloudVms/sending/pace';
import { Places } from '../../../../nodes/AlibabaCloudVms/sending/places';
import type { Turn } from '../../../../nodes/AlibabaCloudVms/sending/waiting';
import type { Gate } from './gates';
import { VirtualTime } from './virtualTime';

export interface Scene {
	gate: Gate;
	latencyMs?: () => number;
	/** What a refusal asks for. */
	askedMs?: number;
	random?: () => number;
}

export const AUTOMATIC: PaceOptions = {
	concurrentRequests: 0,
	requestsPerSecond: 0,
	longestWait: 30,
	waitForTheGateway: 300,
};

/** A turn of a pace that does not give up. */
export async function turnOf(pace: Pace): Promise<Turn> {
	const turn = await pace.turn();
	if (turn === 'late' || !turn.ok) throw new Error('No turn');
	return turn.value;
}

/** Executions and a gateway, in a time of their own. */
export class World {
	readonly time = new VirtualTime();

	readonly seen: Array<{ at: number; isTaken: boolean; by: number }> = [];

	/** Requests under way, and the most there were. */
	underWay = 0;

	mostUnderWay = 0;

	constructor(readonly scene: Scene) {}

	account(places = new Places(50)): Account {
		return new Account(places, this.time, this.scene.random ?? (() => 0.5));
	}

	pace(account = this.account(), options: Partial<PaceOptions> = {}): Pace {
		return new Pace(account, { ...AUTOMATIC, ...options });
	}

	/** One request: whether it was taken. */
	private async send(by: number): Promise<boolean> {
		const { gate, latencyMs = () => 20 } = this.scene;
		this.mostUnderWay = Math.max(this.mostUnderWay, ++this.underWay);
		await this.time.sleep(latencyMs());
		this.underWay--;
		const at = this.time.now();
		const isTaken = gate(at);
		this.seen.push({ at, isTaken, by });
		return isTaken;
	}

	/** Makes so many rows, so many at a time. */
	private async sideBySide(count: number, most: () => number, row: () => Promise<void>) {
		const running = new Set<Promise<void>>();
		for (let begun = 0; begun < count || running.size > 0;) {
			while (begun < count && running.size < most()) {
				begun++;
				const one: Promise<void> = row().finally(() => running.delete(one));
				running.add(one);
			}
			await Promise.race(running);
		}
	}

	/** Sends rows at a pace, refused ones again: when it was done, and the most attempts that a row took. */
	async rows(count: number, pace: Pace, by = 0): Promise<{ endedAt: number; most: number }> {
		const { askedMs = 0 } = this.scene;
		let most = 0;
		await this.sideBySide(
			count,
			() => pace.concurrency,
			async () => {
				for (let attempts = 1; ; attempts++) {
					const turn = await turnOf(pace);
					const isTaken = await this.send(by);
					most = Math.max(most, attempts);
					turn.ended(isTaken ? { kind: 'taken' } : { kind: 'throttled', askedMs });
					if (isTaken) return;
				}
			},
		);
		pace.leave();
		return { endedAt: this.time.now(), most };
	}

	/** The vendor's client told to retry: each row waits for itself. When it was done. */
	async peer(count: number, sideBySide = 10): Promise<number> {
		await this.sideBySide(
			count,
			() => sideBySide,
			async () => {
				while (!(await this.send(0))) await this.time.sleep(this.scene.askedMs ?? 0);
			},
		);
		return this.time.now();
	}

	/** What was taken of a limit, and which share of all was refused, between two moments. */
	hold(perSecond: number, from: number, to: number): { taken: number; refused: number } {
		const within = this.seen.filter(({ at }) => at >= from && at < to);
		const taken = within.filter(({ isTaken }) => isTaken).length;
		return {
			taken: taken / ((to - from) / 1000) / perSecond,
			refused: (within.length - taken) / within.length,
		};
	}
}
