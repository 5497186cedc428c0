/** Runs an example in a process of its own, which `runExample` starts. */
import { parse } from 'flatted';
import type { IRunExecutionData } from 'n8n-workflow';
import { Engine } from '../../../engine/engine';
import { baseNodes } from '../../../engine/packages';
import type { AlibabaCloudVms } from '../../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { NODE_TYPE } from '../../support/node';
import { SOURCE_NODE } from '../../support/runInChild';
import { reachedIn } from './reached';
import type { ExampleJob } from './runExample';

type Type = new () => AlibabaCloudVms;

async function run({ workflow, start, kept, items = [{ json: {} }], credentials }: ExampleJob) {
	// By name, since Node.js itself takes `.node` for a binary module.
	const { AlibabaCloudVms: Node } = (await import(SOURCE_NODE)) as { AlibabaCloudVms: Type };
	const engine = new Engine({
		nodeTypes: { [NODE_TYPE]: new Node() },
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
