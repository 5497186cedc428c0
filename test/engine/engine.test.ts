import { Engine } from '../../engine/engine';
import { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { NODE_TYPE, vmsNode } from '../support/node';

const nodeTypes = { [NODE_TYPE]: new AlibabaCloudVms() };

test('a node type that was not given is named', async () => {
	const engine = new Engine({ nodeTypes: {} });
	await expect(engine.execute(vmsNode({}), [{ json: {} }])).rejects.toThrow(
		`The engine was not given the node type ${NODE_TYPE}`,
	);
});

test('a node type may come from a package', () => {
	const type = new AlibabaCloudVms();
	const packages = [() => undefined, (name: string) => (name === 'a.b' ? type : undefined)];
	expect(new Engine({ nodeTypes: {}, packages }).nodeTypes.getByName('a.b')).toBe(type);
});

test('a credential that was not given is the failure of the item', async () => {
	const engine = new Engine({ nodeTypes });
	await expect(engine.execute(vmsNode({}), [{ json: {} }])).rejects.toThrow(
		'No credential of type alibabaCloudAccessKeyApi was given to the engine',
	);
});

test('a start node that is not in the workflow is named', async () => {
	const engine = new Engine({ nodeTypes });
	await expect(engine.run({ nodes: [vmsNode({})], connections: {} }, 'Begin')).rejects.toThrow(
		'The workflow has no node Begin',
	);
});

test('the engine keeps its files out of the home folder and its log quiet', () => {
	expect(process.env.N8N_USER_FOLDER).toMatch(/n8n-engine-/);
	expect(process.env.N8N_LOG_LEVEL).toBe('silent');
});
