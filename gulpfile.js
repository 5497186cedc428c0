const { spawn } = require('node:child_process');
const { mkdir, readdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { homepage, n8n } = require('./package.json');
const { nodeFile } = require('./scripts/nodeFile');

const sourceOf = (file) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
const bundleOf = (file) => file.replace(/\.node\.js$/, '.bundle.js');

/** The sources of what package.json declares to n8n, and the bundle that is made of each. */
const entryPoints = [...n8n.nodes, ...n8n.credentials].map((file) => ({
	in: sourceOf(file),
	out: bundleOf(file).replace(/^dist\/|\.js$/g, ''),
}));

/**
 * pop-core's HTTP client prints whole requests, key and signature included, when DEBUG is set. The
 * package must not put them into a log: its `debug` says nothing.
 */
const silentDebug = {
	name: 'silent-debug',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^debug$/ }, () => ({ path: 'debug', namespace: 'silent-debug' }));
		onLoad({ filter: /.*/, namespace: 'silent-debug' }, () => ({
			contents: 'module.exports = () => Object.assign(() => {}, { enabled: false });',
		}));
	},
};

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

function typeCheck() {
	return spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json'], {
		stdio: 'inherit',
	});
}

/** A licence by its SPDX name, for a package that names it and brings no text. */
async function standardText(license, author) {
	const file = require.resolve(`spdx-license-list/licenses/${license}.json`);
	const { licenseText } = JSON.parse(await readFile(file, 'utf8'));
	return licenseText.replace(/<year> ?<copyright holders>/i, author?.name ?? author);
}

/** The licences of what is bundled, since most of them ask to be kept with every copy. */
async function writeLicenses(inputs) {
	const folders = new Set(
		inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []),
	);
	const texts = [...folders].sort().map(async (folder) => {
		const { name, version, license, author } = JSON.parse(
			await readFile(path.join(folder, 'package.json'), 'utf8'),
		);
		const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
		const text = file
			? await readFile(path.join(folder, file), 'utf8')
			: await standardText(license, author);
		return `${name} ${version} (${license})\n\n${text.trim()}\n`;
	});
	const rule = `\n${'-'.repeat(80)}\n\n`;
	await writeFile('dist/THIRD-PARTY-LICENSES.txt', (await Promise.all(texts)).join(rule));
}

/** The files of package.json for the nodes, once their bundles are there. */
async function writeNodeFiles() {
	for (const file of n8n.nodes) {
		const { name } = path.parse(sourceOf(file));
		const [className] = name.split('.');
		const bundled = bundleOf(file);
		const { [className]: Node } = require(path.resolve(bundled));
		await writeFile(file, nodeFile(className, new Node(), `./${path.basename(bundled)}`));
	}
}

/** A bundle for each node and credential, with everything it needs but n8n-workflow, which n8n has. */
async function bundle() {
	const { metafile } = await esbuild.build({
		entryPoints,
		outdir: 'dist',
		bundle: true,
		platform: 'node',
		target: 'node20',
		// Or else \p{…} becomes a RegExp that is made anew for every text.
		supported: { 'regexp-unicode-property-escapes': true },
		format: 'cjs',
		external: ['n8n-workflow'],
		plugins: [silentDebug],
		// Names stay, for readable stacks; keepNames would set them anew whenever a function is made.
		minifySyntax: true,
		minifyWhitespace: true,
		sourcemap: true,
		metafile: true,
	});
	await writeLicenses(Object.keys(metafile.inputs));
	await writeNodeFiles();
}

function copy() {
	return src('nodes/**/*.svg', { base: '.', encoding: false }).pipe(dest('dist'));
}

/** What the node's panel says beside its description: its links lead to the README of the package. */
async function writeCodex() {
	const sources = n8n.nodes.map((file) => file.replace(/\.js$/, '.json'));
	for (const file of sources) {
		const codex = JSON.parse(await readFile(file.replace(/^dist\//, ''), 'utf8'));
		const page = [{ url: homepage }];
		codex.resources = { credentialDocumentation: page, primaryDocumentation: page };
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, `${JSON.stringify(codex, null, '\t')}\n`);
	}
}

exports.clean = clean;
exports.bundle = series(clean, parallel(bundle, copy, writeCodex));
exports.build = series(clean, parallel(typeCheck, bundle, copy, writeCodex));
