export interface Limits {
	timeoutMs: number;
	/** Fires when the execution is stopped. */
	cancelled?: AbortSignal;
}

/** Something that takes time, and the means to give it up. */
interface Work<T> {
	/** @param stop gives the work up, and rejects with the reason, unless it has ended */
	start(stop: (reason: unknown) => void): Promise<T>;
	giveUp(): void;
}

/**
 * What is kept of one request while it is under way. It is emptied at the end, because a Set that grows and
 * shrinks leaves tables behind that hold former members until a full garbage collection: with them went
 * every request of an execution, about 100 KB each.
 */
interface Handle {
	stop?: (reason: unknown) => void;
}

/**
 * Runs requests, each under a deadline of its own, since a proxy that never answers would hold pop-core up
 * for ever; all that are under way are given up when the execution is stopped.
 */
export function createBounds({ timeoutMs, cancelled }: Limits) {
	const underWay = new Set<Handle>();
	const stopAll = () => {
		for (const { stop } of underWay) stop?.(cancelled?.reason);
	};
	// One listener for all of them, and only meanwhile: a signal with listeners is kept with all they hold.
	const enter = (handle: Handle) => {
		if (underWay.size === 0) cancelled?.addEventListener('abort', stopAll);
		underWay.add(handle);
	};
	const leave = (handle: Handle) => {
		underWay.delete(handle);
		handle.stop = undefined;
		if (underWay.size === 0) cancelled?.removeEventListener('abort', stopAll);
	};

	return async <T>({ start, giveUp }: Work<T>): Promise<T> => {
		cancelled?.throwIfAborted();
		return await new Promise<T>((resolve, reject) => {
			const end = () => {
				clearTimeout(timer);
				leave(handle);
			};
			const stop = (reason: unknown) => {
				// It may be told of an end more than once.
				if (!handle.stop) return;
				end();
				reject(reason as Error);
				giveUp();
			};
			const timer = setTimeout(() => stop(new DOMException('', 'TimeoutError')), timeoutMs);
			const handle: Handle = { stop };
			enter(handle);
			start(stop).then(
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
