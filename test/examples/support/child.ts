/** Runs an example in a process of its own, which `runExample` starts. */
import { parse } from 'flatted';
import type { IRunExecutionData } from 'n8n-workflow';
import { Engine } from '../../../engine/engine';
import { baseNodes } from '../../../engine/packages';
import { NODE_TYPE } from '../../support/node';
import { loadNode, SOURCE_NODE } from '../../support/nodeFile';
import { reachedIn } from './reached';
import type { ExampleJob } from './runExample';

async function run({ workflow, start, kept, items = [{ json: {} }], credentials }: ExampleJob) {
	const engine = new Engine({
		nodeTypes: { [NODE_TYPE]: await loadNode(SOURCE_NODE) },
		packages: [await baseNodes()],
		credentials,
	});
	const run = kept
		? await engine.resume(workflow, parse(kept) as IRunExecutionData, items)
		: await engine.run(workflow, start, { items });
	return reachedIn(run);
}

process.on('message', (job: ExampleJob) => {
	void run(job).then((result) => process.send?.(result, () => process.exit(0)));
});
