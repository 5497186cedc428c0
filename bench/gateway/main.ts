/** The gateway in a process of its own, which `startGateway` starts: its CPU must not count for a client. */
import { startEmulator, type Emulator } from '../../emulator';
import { tasksFor } from '../sheet';
import type { Answer, Order } from './gateway';

function obey(emulator: Emulator, order: Order): Answer {
	const { journal, requests, settings, connections, store } = emulator;
	if (order.kind === 'begin') {
		emulator.reset();
		const { count = 0, retryAfterMs } = order.throttled ?? {};
		settings.latencyMs = order.latencyMs;
		settings.throttle = { code: 'Throttling.User', httpStatus: 400, retryAfterMs, next: count };
	}
	const throttled = requests.filter(({ code }) => code.startsWith('Throttling')).length;
	const refused = requests.find(({ code }) => code !== 'OK');
	return {
		connections,
		requests: requests.length,
		throttled,
		applied: journal.length,
		numbers: store.numbers.count,
		refused: refused && `${refused.code} with status ${refused.status}`,
	};
}

async function serve(tasks: number): Promise<void> {
	const emulator = await startEmulator({ seed: tasksFor(tasks) });
	process.on('message', (order: Order) => process.send?.(obey(emulator, order)));
	process.once('disconnect', () => process.exit(0));
	process.send?.({ url: emulator.url });
}

void serve(Number(process.argv[2]));
