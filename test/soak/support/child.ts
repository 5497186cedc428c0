/** Another process that sends rows, as a worker of n8n's queue mode does. */
import type { INodeType } from 'n8n-workflow';
import { TEST_KEYS } from '../../../emulator';
import { Engine } from '../../../engine/engine';
import { CONTINUE, CREDENTIAL_TYPE, NODE_TYPE, TASK, vmsNode } from '../../support/node';
import { SOURCE_NODE } from '../../support/runInChild';
import { refusedOf } from './account';
import { FROM_ROW, rows } from './load';

interface Job {
	endpoint: string;
	count: number;
	name: number;
}

async function send({ endpoint, count, name }: Job): Promise<number> {
	// By name, since Node.js itself takes `.node` for a binary module.
	const { AlibabaCloudVms } = (await import(SOURCE_NODE)) as {
		AlibabaCloudVms: new () => INodeType;
	};
	const { accessKeyId, accessKeySecret } = TEST_KEYS.active;
	const engine = new Engine({
		nodeTypes: { [NODE_TYPE]: new AlibabaCloudVms() },
		credentials: {
			[CREDENTIAL_TYPE]: {
				accessKeyId,
				accessKeySecret,
				securityToken: '',
				endpoint,
				enterpriseId: TASK.enterpriseId,
			},
		},
	});
	const items = rows(count, 100).map((row) => ({ json: { ...row, name: `${name} ${row.name}` } }));
	const { output } = await engine.execute(
		vmsNode({ ...FROM_ROW, options: { maximumAttempts: 5 } }, CONTINUE),
		items,
	);
	return refusedOf(output).length;
}

process.once('message', (job: Job) => {
	void send(job).then((refused) => process.send?.({ refused }));
});
process.send?.('ready');
