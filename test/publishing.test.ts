import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageFolder } from '../engine/environment';
import manifest from '../package.json';

const built = [...manifest.n8n.nodes, ...manifest.n8n.credentials];

describe('before anything is published', () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'publishing-'));
		await mkdir(path.join(folder, 'scripts'));
		await cp(
			path.join(packageFolder, 'scripts/publishable.js'),
			path.join(folder, 'scripts/publishable.js'),
		);
	});
	afterEach(async () => await rm(folder, { recursive: true }));

	/** The check in a package of this owner with these files. */
	async function check(owner: string, files: readonly string[], ...what: string[]) {
		const owned = JSON.stringify(manifest).replaceAll('/OWNER/', `/${owner}/`);
		const own: unknown = JSON.parse(owned);
		await writeFile(path.join(folder, 'package.json'), JSON.stringify(own));
		for (const file of files) {
			await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
			await writeFile(path.join(folder, file), '');
		}
		const script = path.join(folder, 'scripts/publishable.js');
		return await new Promise<{ status: unknown; told: string }>((resolve) => {
			execFile(process.execPath, [script, ...what], (error, _, told) =>
				resolve({ status: error?.code ?? 0, told }),
			);
		});
	}

	test('a built package of a known repository passes', async () => {
		expect(await check('somebody', built)).toEqual({ status: 0, told: '' });
	});

	test('the placeholder for the repository is refused', async () => {
		const { status, told } = await check('OWNER', built);
		expect(status).toBe(1);
		const lines = told.trim().split('\n');
		expect(lines).toHaveLength(2);
		for (const line of lines) expect(line).toMatch(/OWNER.*CONTRIBUTING\.md/);
		expect((await check('OWNER', [], 'repository')).told).toBe(told);
	});

	test('the README is the one of the repository', () => {
		const page = manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
		expect(manifest.homepage).toBe(`${page}#readme`);
	});

	test.each(built)('a package without %s is refused', async (file) => {
		const others = built.filter((one) => one !== file);
		const { status, told } = await check('somebody', others);
		expect(status).toBe(1);
		expect(told).toBe(`${file} is missing; run npm run build\n`);
	});

	test('npm runs the check', () => {
		expect(manifest.scripts.prepublishOnly).toBe('node scripts/publishable.js');
		expect(manifest.scripts.release).toMatch(/^node scripts\/publishable\.js repository && /);
	});
});

test('what the workflows run is pinned to a commit', async () => {
	const folder = path.join(packageFolder, '.github/workflows');
	const texts = (await readdir(folder)).map(
		async (file) => await readFile(path.join(folder, file), 'utf8'),
	);
	const uses = (await Promise.all(texts)).flatMap((text) => [...text.matchAll(/uses: (.*)/g)]);
	expect(uses.length).toBeGreaterThan(4);
	for (const [, action] of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v[\d.]+$/);
});

test('the job that may publish runs no code of the project', async () => {
	const file = path.join(packageFolder, '.github/workflows/publish.yml');
	const [before = '', publish = ''] = (await readFile(file, 'utf8')).split(/^ {2}publish:$/m);
	expect(before).not.toContain('id-token');
	expect(publish).toContain('id-token: write');
	expect([...publish.matchAll(/run: (.*)/g)].map(([, command]) => command)).toEqual([
		'npm publish --provenance --access public --ignore-scripts ./*.tgz',
	]);
});

test('every package that is bundled comes with its licence', async () => {
	const file = path.join(packageFolder, 'dist/THIRD-PARTY-LICENSES.txt');
	const texts = (await readFile(file, 'utf8')).split(/^-{80}$/m);
	expect(texts.join()).toMatch(/^@alicloud\/pop-core /m);
	for (const text of texts) {
		expect(text).toMatch(/Copyright (?:\(c\)|©|\d{4})/i);
		expect(text).toContain('Permission is hereby granted');
		expect(text).not.toContain('<copyright holders>');
	}
});
