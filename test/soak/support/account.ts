import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Emulator, RequestRecord } from '../../../emulator';

const isThrottled = ({ code }: RequestRecord): boolean => code.startsWith('Throttling');

/** What came in, and why. */
export interface Account {
	requests: number;
	/** Spoiled by a fault of the mix; every one of these costs the client an attempt. */
	faults: number;
	/** Refused by the rate limit. */
	throttled: number;
	/** Changes applied, those of a repeated request too. */
	applied: number;
	taken: number;
}

export function accountOf({ requests, journal }: Emulator): Account {
	const spoiled = requests.filter(({ fault }) => fault !== undefined);
	const throttled = requests.filter((request) => !request.fault && isThrottled(request));
	return {
		requests: requests.length,
		faults: spoiled.length,
		throttled: throttled.length,
		applied: journal.length,
		taken: requests.length - spoiled.length - throttled.length,
	};
}

/** The names that each task was given, in the order it was given them; repeats in a row count once. */
export function namesSeen({ journal }: Pick<Emulator, 'journal'>): Record<string, string[]> {
	const seen: Record<string, string[]> = {};
	for (const { taskId, after } of journal) {
		// An entry without a change is a request that was repeated.
		if (after.Name) (seen[taskId] ??= []).push(after.Name);
	}
	return seen;
}

/** The same as the rows have them. */
export function namesGiven(items: readonly IDataObject[]): Record<string, string[]> {
	const given: Record<string, string[]> = {};
	for (const { id, name } of items) (given[String(id)] ??= []).push(String(name));
	return given;
}

export const refusedOf = (output: readonly INodeExecutionData[]): INodeExecutionData[] =>
	output.filter(({ json }) => 'error' in json);

export interface Hold {
	/** Requests taken per second, as a share of the limit. */
	acceptedShare: number;
	/** Throttled answers, as a share of all. */
	throttledShare: number;
}

/** How well a limit was held from some seconds after the first request until the last one. */
export function holdOf(
	{ requests }: Pick<Emulator, 'requests'>,
	perSecond: number,
	afterMs: number,
): Hold {
	const begin = (requests[0]?.at ?? 0) + afterMs;
	const end = requests.at(-1)?.at ?? 0;
	const steady = requests.filter(({ at }) => at >= begin);
	const throttled = steady.filter(isThrottled).length;
	const seconds = (end - begin) / 1000;
	return {
		acceptedShare: (steady.length - throttled) / seconds / perSecond,
		throttledShare: throttled / steady.length,
	};
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** The figures for docs/reliability.md. */
export const tell = (what: string, figures: Record<string, string | number>): boolean =>
	process.stdout.write(
		`${what}: ${Object.entries(figures)
			.map(([name, figure]) => `${name} ${figure}`)
			.join(', ')}\n`,
	);

export const tellHold = (what: string, { acceptedShare, throttledShare }: Hold): boolean =>
	tell(what, { accepted: percent(acceptedShare), throttled: percent(throttledShare) });
