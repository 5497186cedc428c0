/** One run in a process of its own, which `reading` starts: nothing else is in its memory. */
import type { INodeParameters } from 'n8n-workflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { keeper, loadNode } from './node';

export interface ReadingJob {
	file: string;
	endpoint: string;
	parameters: INodeParameters;
}

const SAMPLE_MS = 10;

const held = () => {
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
};

/** Without what nobody holds any more. */
function collected(): number {
	global.gc?.();
	return held();
}

async function run({ file, endpoint, parameters }: ReadingJob) {
	const execute = keeper(await loadNode(file), endpoint);
	await execute({ ...parameters, returnAll: false, limit: 1 });
	const start = collected();
	let peak = start;
	let isOver = false;
	const watch = async () => {
		while (!isOver) {
			// Garbage is not what it needs; a collection as often as this would take all its time.
			peak = Math.max(peak, held());
			await sleep(SAMPLE_MS);
		}
	};
	const watching = watch();
	const output = await execute(parameters);
	isOver = true;
	await watching;
	const end = collected();
	if (output.length < 2) throw new Error('There is no output');
	return { peak: peak - start, output: end - start };
}

process.once('message', (job: ReadingJob) => {
	void run(job).then((memory) => process.send?.(memory, () => process.exit(0)));
});
