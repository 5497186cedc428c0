export interface Limits {
	timeoutMs: number;
	/** Fires when the execution is stopped. */
	cancelled?: AbortSignal;
}

/** Something that takes time, and the means to give it up. */
interface Work<T> {
	start(): Promise<T>;
	giveUp(): void;
}

/**
 * Runs requests, each under a deadline of its own, since a proxy that never answers would hold pop-core up
 * for ever; all that are under way are given up when the execution is stopped.
 */
export function createBounds({ timeoutMs, cancelled }: Limits) {
	const underWay = new Set<(reason: unknown) => void>();
	const stopAll = () => {
		for (const stop of underWay) stop(cancelled?.reason);
	};
	// One listener for all of them, and only meanwhile: a signal with listeners is kept with all they hold.
	const enter = (stop: (reason: unknown) => void) => {
		if (underWay.size === 0) cancelled?.addEventListener('abort', stopAll);
		underWay.add(stop);
	};
	const leave = (stop: (reason: unknown) => void) => {
		underWay.delete(stop);
		if (underWay.size === 0) cancelled?.removeEventListener('abort', stopAll);
	};

	return async <T>({ start, giveUp }: Work<T>): Promise<T> => {
		cancelled?.throwIfAborted();
		return await new Promise<T>((resolve, reject) => {
			const end = () => {
				clearTimeout(timer);
				leave(stop);
			};
			const stop = (reason: unknown) => {
				end();
				reject(reason as Error);
				giveUp();
			};
			const timer = setTimeout(() => stop(new DOMException('', 'TimeoutError')), timeoutMs);
			enter(stop);
			start().then(
				(value) => {
					end();
					resolve(value);
				},
				(error: unknown) => {
					end();
					reject(error as Error);
				},
			);
		});
	};
}
