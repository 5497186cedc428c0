/** The newest n8n that is tested, in full; what `npm run n8n` starts. */
export const CURRENT = '2.41.1';

/** The newest n8n 1.x, for people who have not moved on. */
export const PREVIOUS = '1.123.81';

/** Node.js for n8n versions that the system's is too old for; an npm package, so nothing needs root. */
const NODE_VERSION = '24.21.0';
const OLDEST_NODE_OF_CURRENT = 24;

/** What it takes to install and start one version of n8n. */
export interface Release {
	version: string;
	/** npm packages to install: n8n, and Node.js where the system's does not do. */
	packages: string[];
	/** Replacements for dependencies that are not in the npm registry. */
	overrides: Record<string, string>;
	/** Path of the Node.js to run it with, below the installation; undefined for the system's. */
	node?: string;
	env: Record<string, string>;
}

/** n8n 2.41 asks for Node.js 24; versions below 2.10 run on Node.js 20 too. */
function needsNewNode(version: string): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > 2 || (major === 2 && minor >= 10);
}

const nodePackage = (): string => {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	return `node-${system}-${process.arch}`;
};

export function releaseOf(
	version: string,
	systemNode = Number(process.versions.node.split('.')[0]),
): Release {
	const isOldNode = systemNode < OLDEST_NODE_OF_CURRENT;
	const bringsNode = needsNewNode(version) && isOldNode;
	const executable = process.platform === 'win32' ? 'node.exe' : 'node';
	return {
		version,
		packages: [`n8n@${version}`, ...(bringsNode ? [`${nodePackage()}@${NODE_VERSION}`] : [])],
		// Older n8n names a tarball on the SheetJS site; this is the last version that npm has.
		overrides: needsNewNode(version) ? {} : { xlsx: '0.18.5' },
		node: bringsNode ? `node_modules/${nodePackage()}/bin/${executable}` : undefined,
		// The other engine wants isolated-vm, which has no build for Node.js 20.
		env: isOldNode && !bringsNode ? { N8N_EXPRESSION_ENGINE: 'legacy' } : {},
	};
}
