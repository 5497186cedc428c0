/** Runs the node in a process of its own, which `runInChild` starts: some settings are read only once. */
import type { INodeParameters } from 'n8n-workflow';
import { once } from 'node:events';
import { inspect } from 'node:util';
import { Engine } from '../../engine/engine';
import { CredentialTestContext } from 'n8n-core';
import { CREDENTIAL_TYPE, NODE_TYPE, vmsNode } from './node';
import { loadNode } from './nodeFile';
import type { ChildJob, ChildResult } from './runInChild';

async function run({
	file,
	parameters,
	credential,
	items,
	onError,
	isCredentialTest = false,
	isToldToEnd = false,
}: ChildJob): Promise<ChildResult> {
	const type = await loadNode(file);
	if (isToldToEnd) {
		const told = once(process, 'SIGTERM');
		process.kill(process.pid, 'SIGTERM');
		await told;
	}
	if (isCredentialTest) {
		const test = type.methods.credentialTest.alibabaCloudAccessKeyApiTest;
		const given = { id: '1', name: 'Key', type: CREDENTIAL_TYPE, data: credential };
		return { tested: await test.call(new CredentialTestContext(), given) };
	}
	const engine = new Engine({
		nodeTypes: { [NODE_TYPE]: type },
		credentials: { [CREDENTIAL_TYPE]: credential },
	});
	const node = vmsNode(parameters as INodeParameters, { onError });
	const data = Array.from({ length: items }, () => ({ json: {} }));
	return await engine.execute(node, data).then(
		({ output }) => ({ output }),
		(error: Error) => ({ error: `${error.message} ${inspect(error, { depth: null })}` }),
	);
}

process.on('message', (message: ChildJob | 'end') => {
	if (message === 'end') process.exit(0);
	void run(message).then((result) => process.send?.(result));
});
