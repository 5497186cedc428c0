import path from 'node:path';
import { startGatewayProcess } from '../children';

/** A gateway of long lists in another process. */
export interface Lists {
	url: string;
	/** Requests since it was asked last. */
	requests(): Promise<number>;
	close(): Promise<void>;
}

/** @param count entries of each list */
export async function startLists(count: number, latencyMs: number): Promise<Lists> {
	const file = path.join(__dirname, '../gateway/lists.ts');
	const { url, ask, close } = await startGatewayProcess(file, [count, latencyMs], 4096);
	const requests = async () => (await ask<{ requests: number }>('count')).requests;
	return { url, requests, close };
}
