import type { JournalEntry } from './actions/action';
import { createCallCenter } from './centerSeed';
import { Gateway } from './gateway/gateway';
import { createSeed } from './seed';
import { FaultQueue, type Fault } from './server/faults';
import { Gate } from './server/gate';
import { handle, type RequestRecord } from './server/handler';
import { isLoopback, listen, type TlsMaterial } from './server/listen';
import { serveRecordings, type Download } from './server/recordings';
import { defaultSettings, type Settings } from './settings';
import { seedRecords } from './tasks/calling';
import { TaskStore } from './tasks/store';
import type { Task } from './tasks/task';
import { createTimeConditions } from './timeSeed';

export interface EmulatorOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	/** A loopback address; default 127.0.0.1. */
	host?: string;
	/** Serve HTTPS with this certificate. */
	tls?: TlsMaterial;
	settings?: Partial<Settings>;
	/** Tasks to begin with; default: those of seed.ts. */
	seed?: Task[];
	/** Milliseconds since 1970; default Date.now. */
	clock?: () => number;
}

export interface Emulator {
	/** Without a slash at the end. */
	url: string;
	port: number;
	store: TaskStore;
	/** Change it at any time: every request reads it anew. */
	settings: Settings;
	/** One entry per change applied, oldest first. */
	journal: JournalEntry[];
	/** Everything that came in, oldest first. */
	requests: RequestRecord[];
	/** What came in at the second port, where recordings are, oldest first. */
	downloads: Download[];
	/** Connections accepted since the start. */
	readonly connections: number;
	/**
	 * Spoils the next requests, before `settings.fault` gets its turn. A fault that names an action
	 * waits for requests of that action and holds up no other.
	 */
	failNext(fault: Fault, times?: number): void;
	/**
	 * Requests of this action that come in from now on are recorded and wait, until the function
	 * that is returned is called. The first ones may pass.
	 */
	hold(action: string, passing?: number): () => void;
	/** Tasks, settings, journal, requests, nonces and faults as at the start; nothing waits; connections stay. */
	reset(): void;
	/** Also cuts connections that are kept alive or hang. */
	close(): Promise<void>;
}

/** @throws Error (rejects) when the host is not a loopback address or the port is taken */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const { port = 0, host = '127.0.0.1', tls, clock = Date.now } = options;
	if (!isLoopback(host)) {
		throw new Error(`The emulator listens on loopback addresses only, and ${host} is none.`);
	}
	const downloads: Download[] = [];
	const files = await listen(host, 0, tls, serveRecordings(downloads));
	const startSettings = (): Settings => ({
		...defaultSettings(),
		recordingsAt: files.url,
		...structuredClone(options.settings ?? {}),
	});
	const settings = startSettings();
	const store = new TaskStore(
		options.seed ?? createSeed(),
		createTimeConditions(),
		createCallCenter(),
	);
	seedRecords(store);
	const gateway = new Gateway(settings, store);
	const faults = new FaultQueue();
	const gate = new Gate();
	const requests: RequestRecord[] = [];
	const server = await listen(host, port, tls, (message, response) => {
		void handle({ gateway, settings, faults, gate, requests, clock }, message, response);
	}).catch(async (error: unknown) => {
		await files.close();
		return await Promise.reject(error);
	});
	return {
		url: server.url,
		port: server.port,
		store,
		settings,
		journal: gateway.journal,
		requests,
		downloads,
		get connections() {
			return server.connections();
		},
		failNext(fault, times = 1) {
			faults.add(fault, times);
		},
		hold: (action, passing = 0) => gate.hold(action, passing),
		reset() {
			Object.assign(settings, startSettings());
			store.reset();
			seedRecords(store);
			gateway.reset();
			faults.clear();
			gate.clear();
			requests.length = 0;
			downloads.length = 0;
		},
		async close() {
			await Promise.all([server.close(), files.close()]);
		},
	};
}
