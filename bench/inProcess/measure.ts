import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Answer, Gateway, Reception } from '../gateway/gateway';

export interface Measured {
	ms: number;
	/** Of this process, user and system. */
	cpuMs: number;
	/** The longest time that the event loop was late. */
	lagMs: number;
	connections: number;
}

export const msOf = (runs: readonly Measured[]): number[] => runs.map(({ ms }) => ms);

const RESOLUTION_MS = 1;

/** Measures one run against the gateway, with what came in there. */
export async function observe(
	gateway: Gateway,
	reception: Reception,
	run: () => Promise<unknown>,
): Promise<Measured & { came: Answer }> {
	const before = await gateway.begin(reception);
	const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
	delay.enable();
	const cpu = process.cpuUsage();
	const begin = performance.now();
	await run();
	const ms = performance.now() - begin;
	const { user, system } = process.cpuUsage(cpu);
	delay.disable();
	const came = await gateway.count();
	return {
		ms,
		cpuMs: (user + system) / 1000,
		lagMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
		connections: came.connections - before.connections,
		came,
	};
}

/**
 * The same of rows that change a task each.
 * @throws Error (rejects) unless every row was applied, since a fast failure is no result
 */
export async function measure(
	gateway: Gateway,
	{ rows, ...reception }: Reception & { rows: number },
	run: () => Promise<unknown>,
): Promise<Measured> {
	const { came, ...measured } = await observe(gateway, reception, run);
	if (came.applied !== rows || came.requests - came.throttled !== rows) {
		throw new Error(
			`${came.requests} requests and ${came.applied} changes for ${rows} rows; ${came.refused}`,
		);
	}
	return measured;
}
