import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secretsOf } from '../../scripts/n8n/secrets';

let parent: string;
beforeEach(async () => {
	parent = await mkdtemp(path.join(tmpdir(), 'secrets-'));
});
afterEach(async () => await rm(parent, { recursive: true }));

const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

test('key and password are drawn once, and kept where only their owner can read them', async () => {
	const folder = path.join(parent, 'data');
	// Somebody may have made it for all to read.
	await mkdir(folder, { mode: 0o755 });
	const [first, second] = await Promise.all([secretsOf(folder), secretsOf(folder)]);
	expect(second).toEqual(first);
	expect(await secretsOf(folder)).toEqual(first);
	expect(first?.encryptionKey).toMatch(/^[\da-f]{48}$/);
	expect(first?.password).toMatch(/^(?=.*[A-Z])(?=.*\d).{16,}$/);
	expect(await modeOf(folder)).toBe('700');
	expect(await modeOf(path.join(folder, 'secrets.json'))).toBe('600');
});

test('another checkout has others', async () => {
	const [one, other] = await Promise.all(
		['a', 'b'].map((name) => secretsOf(path.join(parent, name))),
	);
	expect(one?.encryptionKey).not.toBe(other?.encryptionKey);
	expect(one?.password).not.toBe(other?.password);
});
