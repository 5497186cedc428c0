import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Makes a node for N8N_CUSTOM_EXTENSIONS.
 * @param source its file; n8n wants the class to be called like the file that it loads
 * @param className name of the class in it
 * @param folder where n8n looks for it
 */
export async function buildCustomNode(
	source: string,
	className: string,
	folder: string,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	await build({
		entryPoints: [source],
		outfile: path.join(folder, `${className}.node.js`),
		bundle: true,
		platform: 'node',
		minify: true,
		keepNames: true,
		external: ['n8n-workflow'],
	});
}
