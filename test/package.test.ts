import { packageFolder } from '../engine/environment';
import 'reflect-metadata';
import { PackageDirectoryLoader } from 'n8n-core';
import { createNodeAsTool } from 'n8n-core/dist/execution-engine/node-execution-context/utils/create-node-as-tool';
import type { INodeType } from 'n8n-workflow';
import { execFileSync } from 'node:child_process';
import { isBuiltin } from 'node:module';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../package.json';
import { AlibabaCloudVms } from '../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { operations } from '../nodes/AlibabaCloudVms/operations';
import { CREDENTIAL_TYPE, useBench } from './support/bench';
import { NODE_TYPE, TASK, vmsNode } from './support/node';

const bench = useBench();

/** What `npm run build` made, loaded as n8n loads a community package. */
let loader: PackageDirectoryLoader;
let node: INodeType;
beforeAll(async () => {
	loader = new PackageDirectoryLoader(packageFolder);
	await loader.loadAll();
	node = loader.getNode('alibabaCloudVms').type as INodeType;
});

const dist = path.join(packageFolder, 'dist');
const distFiles = () =>
	readdirSync(dist, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => path.join(parentPath, name));

test('the package offers its node and its credential, and nothing else', () => {
	expect(loader.packageName).toBe('n8n-nodes-alibabacloud-vms');
	expect(Object.keys(loader.known.nodes)).toEqual(['alibabaCloudVms']);
	expect(Object.keys(loader.known.credentials)).toEqual([CREDENTIAL_TYPE]);
	expect(loader.known.credentials[CREDENTIAL_TYPE]?.supportedNodes).toEqual(['alibabaCloudVms']);
	expect(loader.nodesByCredential[CREDENTIAL_TYPE]).toEqual(['alibabaCloudVms']);
});

test('the node has its codex, with names that Chinese users search by', () => {
	const { codex } = node.description;
	expect(codex?.categories).toEqual(['Communication']);
	expect(codex?.alias).toEqual(expect.arrayContaining(['aliyun', 'CloudUpdateTask', '外呼任务']));
	// n8n's search knows no actions, but those that are aliases.
	const actions = operations.map(({ option: { action } }) => action);
	expect(codex?.alias).toEqual(expect.arrayContaining(actions));
	const file = path.join(dist, 'nodes/AlibabaCloudVms/AlibabaCloudVms.node.json');
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ node: NODE_TYPE });
});

test('the links of node and credential lead to the README of this package', () => {
	const page = [{ url: manifest.homepage }];
	expect(node.description.codex?.resources).toEqual({
		credentialDocumentation: page,
		primaryDocumentation: page,
	});
	expect(loader.getCredential(CREDENTIAL_TYPE).type.documentationUrl).toBe(manifest.homepage);
});

test('the icons of node and credential are where n8n looks for them', () => {
	const { type } = loader.getCredential(CREDENTIAL_TYPE);
	const urls = [node.description.iconUrl, type.iconUrl].flatMap((url) =>
		typeof url === 'object' ? [url.light, url.dark] : [url],
	);
	expect(urls).toHaveLength(4);
	for (const url of urls) {
		expect(url).toMatch(/^icons\/n8n-nodes-alibabacloud-vms\/.+\.svg$/);
		const file = String(url).replace(/^icons\/n8n-nodes-alibabacloud-vms\//, '');
		expect(existsSync(path.join(packageFolder, file))).toBe(true);
	}
});

test('the node file describes the node as its sources do', () => {
	// n8n hands it to the editor as JSON, and has made URLs of the icon.
	const described = JSON.stringify({ ...new AlibabaCloudVms().description, icon: undefined });
	expect(node.description).toMatchObject(JSON.parse(described) as object);
});

test('the node file answers for every method of the node', () => {
	const { methods } = new AlibabaCloudVms();
	const names = (all: object) =>
		Object.entries(all).map(([kind, named]) => [kind, Object.keys(named as object)]);
	expect(names(node.methods ?? {})).toEqual(names(methods));
	expect(names(methods).flat(2).length).toBeGreaterThan(4);
});

test('n8n loads the bundle at the first use only', () => {
	const file = path.join(packageFolder, manifest.n8n.nodes[0] ?? '');
	const program = `
		const node = new (require(process.argv[1]).AlibabaCloudVms)();
		const loaded = () => Object.keys(require.cache).map((name) => path.basename(name));
		const before = loaded();
		node.execute.call({}).catch(() => console.log(JSON.stringify([before, loaded()])));
	`;
	const told = execFileSync(process.execPath, ['-e', program, file], { encoding: 'utf8' });
	const [before, after] = JSON.parse(told) as string[][];
	expect(before).toEqual(['AlibabaCloudVms.node.js']);
	expect(after).toContain('AlibabaCloudVms.bundle.js');
});

test('the credential is tested by a method of the node', () => {
	const [{ testedBy } = {}] = node.description.credentials ?? [];
	expect(node.methods?.credentialTest).toHaveProperty(String(testedBy), expect.any(Function));
});

test('an agent can have the node as a tool', async () => {
	expect(node.description.usableAsTool).toBe(true);
	const asked = vmsNode({ details: { name: "={{ $fromAI('task_name', 'New name', 'string') }}" } });
	const calls: unknown[] = [];
	const { response } = createNodeAsTool({
		node: asked,
		nodeType: node,
		handleToolInvocation: async (given) => calls.push(given),
	});
	await response.invoke({ task_name: '春季' });
	expect(calls).toEqual([{ task_name: '春季' }]);
	expect(response.description).toContain('call task');
});

test('the built node updates a task', async () => {
	const parameters = { details: { name: '名' }, schedule: { autoStart: false } };
	const { output } = await bench.run(parameters, { nodeType: node });
	expect(bench.changes).toEqual({ Name: '名', AutoStart: '0' });
	expect(output[0]?.json).toMatchObject({ Id: TASK.taskId, Name: '名', AutoStart: 0 });
});

test('the built node keeps a number of 18 digits', async () => {
	const { output } = await bench.run({ taskId: '133224000000000017' }, { nodeType: node });
	expect(output[0]?.json.Id).toBe('133224000000000017');
});

test('it needs nothing but n8n-workflow, which n8n has', () => {
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	const required = distFiles()
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => [
			...readFileSync(file, 'utf8').matchAll(/\brequire\(["']([^"'./][^"']*)["']\)/g),
		])
		.map(([, name = '']) => name);
	expect(new Set(required.filter((name) => !isBuiltin(name)))).toEqual(new Set(['n8n-workflow']));
});

test('no file of it names a path of the machine that built it', () => {
	const naming = distFiles().filter((file) => readFileSync(file, 'utf8').includes(packageFolder));
	expect(naming).toEqual([]);
});

test('npm would publish what n8n needs and what people read', () => {
	const packed = execFileSync('npm', ['pack', '--dry-run', '--json'], {
		cwd: packageFolder,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [{ files = [] } = {}] = JSON.parse(packed) as Array<{ files: Array<{ path: string }> }>;
	const paths = files.map((file) => file.path);
	const outsideDist = paths.filter((name) => !name.startsWith('dist/'));
	expect(outsideDist.filter((name) => !/^README(\.[\w-]+)?\.md$/.test(name)).sort()).toEqual([
		'CHANGELOG.md',
		'LICENSE',
		'package.json',
	]);
	expect(outsideDist).toContain('README.md');
	for (const name of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
		expect(paths).toContain(name);
	}
	expect(paths.filter((name) => /test|emulator|engine/.test(name))).toEqual([]);
});
