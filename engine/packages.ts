import { packageFolder } from './environment';
import path from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { LazyPackageDirectoryLoader, PackageDirectoryLoader } from 'n8n-core';

/** A node type by its full name, `package.node`; undefined where the package has none of that name. */
export type NodeTypeLookup = (name: string) => INodeType | undefined;

function lookupIn(loader: PackageDirectoryLoader): NodeTypeLookup {
	const prefix = `${loader.packageName}.`;
	return (name) => {
		const short = name.startsWith(prefix) ? name.slice(prefix.length) : '';
		if (!(short in loader.known.nodes)) return undefined;
		const { type } = loader.getNode(short);
		return 'nodeVersions' in type ? type.getNodeType() : type;
	};
}

/** This package as it was built into dist, loaded the way n8n loads a community package. */
export async function builtPackage(): Promise<NodeTypeLookup> {
	const loader = new PackageDirectoryLoader(packageFolder);
	await loader.loadAll();
	return lookupIn(loader);
}

/** n8n's own nodes; each is loaded when a workflow first names it. */
export async function baseNodes(): Promise<NodeTypeLookup> {
	const manifest = require.resolve('n8n-nodes-base/package.json');
	const loader = new LazyPackageDirectoryLoader(path.dirname(manifest));
	await loader.loadAll();
	return lookupIn(loader);
}
