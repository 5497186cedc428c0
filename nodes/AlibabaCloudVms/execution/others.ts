import type { Result } from '../gateway/failure';
import type { Sending, Target } from '../sending/open';
import type { Send } from '../sending/send';

/** The ways of an execution to other products, each opened once. */
export class Others {
	private readonly opened = new Map<string, Promise<Result<Sending>>>();

	private readonly open: Sending[] = [];

	private isLeft = false;

	constructor(private readonly openOne: (target: Target) => Promise<Result<Sending>>) {}

	/** Requests so far beyond the first of their call. */
	get retries(): number {
		return this.open.reduce((sum, sending) => sum + sending.retries(), 0);
	}

	async sendTo(target: Target): Promise<Result<Send>> {
		const name = `${target.endpoint} ${target.apiVersion}`;
		const opening = this.opened.get(name) ?? this.begin(target);
		this.opened.set(name, opening);
		const sending = await opening;
		return sending.ok ? { ok: true, value: sending.value.send } : sending;
	}

	/** Called when nothing is sent any more. */
	leave(): void {
		this.isLeft = true;
		for (const sending of this.open) sending.leave();
	}

	private async begin(target: Target): Promise<Result<Sending>> {
		const sending = await this.openOne(target);
		if (sending.ok && this.isLeft) sending.value.leave();
		else if (sending.ok) this.open.push(sending.value);
		return sending;
	}
}
