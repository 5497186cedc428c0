/** Another process that sends rows, as a worker of n8n's queue mode does. */
import { TEST_KEYS } from '../../../emulator';
import { Engine } from '../../../engine/engine';
import { CONTINUE, CREDENTIAL_TYPE, NODE_TYPE, TASK, vmsNode } from '../../support/node';
import { loadNode, SOURCE_NODE } from '../../support/nodeFile';
import { refusedOf } from './account';
import { FROM_ROW, rows } from './load';

interface Job {
	endpoint: string;
	count: number;
	name: number;
}

async function send({ endpoint, count, name }: Job): Promise<number> {
	const { accessKeyId, accessKeySecret } = TEST_KEYS.active;
	const engine = new Engine({
		nodeTypes: { [NODE_TYPE]: await loadNode(SOURCE_NODE) },
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
