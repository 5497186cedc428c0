import path from 'node:path';
import { startGatewayProcess } from '../children';

/** How a run's requests are received. */
export interface Reception {
	latencyMs: number;
	/** So many are throttled at first, and asked to come back after so long. */
	throttled?: { count: number; retryAfterMs: number };
}

export type Order = ({ kind: 'begin' } & Reception) | { kind: 'count' };

/** What came in since the run began; connections since the start. */
export interface Answer {
	connections: number;
	requests: number;
	throttled: number;
	applied: number;
	/** Numbers that tasks have been given. */
	numbers: number;
	/** The first refusal, in words. */
	refused?: string;
}

/** A local gateway in another process. */
export interface Gateway {
	url: string;
	/** Forgets earlier requests. */
	begin(reception: Reception): Promise<Answer>;
	count(): Promise<Answer>;
	close(): Promise<void>;
}

/** @param tasks how many tasks it has, one for each row of the longest sheet */
export async function startGateway(tasks: number): Promise<Gateway> {
	const { url, ask, close } = await startGatewayProcess(
		path.join(__dirname, 'main.ts'),
		[tasks],
		8192,
	);
	return {
		url,
		begin: async (reception) => await ask<Answer>({ kind: 'begin', ...reception } satisfies Order),
		count: async () => await ask<Answer>({ kind: 'count' } satisfies Order),
		close,
	};
}
