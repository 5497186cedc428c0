import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;

/** @throws Error (rejects) when the condition does not come true in time */
export async function until(
	what: string,
	condition: () => Promise<boolean>,
	timeoutMs = 60_000,
): Promise<void> {
	const end = Date.now() + timeoutMs;
	while (!(await condition())) {
		if (Date.now() > end) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
		await sleep(POLL_MS);
	}
}
