import { setMaxListeners } from 'node:events';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

const ending = new AbortController();
setMaxListeners(0, ending.signal);

// From the loading of the node on: who listens only when a task is to be paused misses a signal that came
// while the executions before it were let finish.
for (const name of SIGNALS) {
	// Before the others, since those that listen once are gone when their turn was.
	process.prependOnceListener(name, () => {
		ending.abort();
		// A listener keeps the process alive. Where nobody else ends it, it ends as it would without.
		if (process.listenerCount(name) === 0) process.kill(process.pid, name);
	});
}

/**
 * Fires once this process is told to end. n8n then waits for its executions for some time, and tells them
 * nothing: what they have begun they have to finish by themselves.
 */
export const whenToldToEnd = (): AbortSignal => ending.signal;
