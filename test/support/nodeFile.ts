import path from 'node:path';
import { packageFolder } from '../../engine/environment';
import type { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';

const NODE_FILE = 'nodes/AlibabaCloudVms/AlibabaCloudVms.node';

export const SOURCE_NODE = path.join(packageFolder, `${NODE_FILE}.ts`);
export const BUILT_NODE = path.join(packageFolder, 'dist', `${NODE_FILE}.js`);

/** The node of a module. By name, since Node.js itself takes `.node` for a binary module. */
export async function loadNode(file: string): Promise<AlibabaCloudVms> {
	const module = (await import(file)) as { AlibabaCloudVms: new () => AlibabaCloudVms };
	return new module.AlibabaCloudVms();
}
