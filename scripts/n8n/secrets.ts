import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dataFolder } from './paths';

/** What the n8n servers of this checkout have of their own, known to nobody else. */
interface Secrets {
	/** With it n8n encrypts its credentials. */
	encryptionKey: string;
	/** The owner's. */
	password: string;
}

const draw = (): Secrets => ({
	encryptionKey: randomBytes(24).toString('hex'),
	// n8n asks for a capital letter and a digit.
	password: `N8n-${randomBytes(12).toString('base64url')}`,
});

const isTaken = (error: unknown): boolean => Object(error).code === 'EEXIST';

/**
 * Drawn at the first call, and the same ever after: n8n can't read its database with another key.
 * @param folder where they are kept; only its owner may enter
 */
export async function secretsOf(folder: string = dataFolder): Promise<Secrets> {
	await mkdir(folder, { recursive: true });
	await chmod(folder, 0o700);
	const file = path.join(folder, 'secrets.json');
	const own = path.join(folder, `${randomBytes(6).toString('hex')}.json`);
	await writeFile(own, JSON.stringify(draw(), null, '\t'), { mode: 0o600 });
	// Of several that begin together one gets the name, whole, and all read that.
	await link(own, file).catch((error: unknown) =>
		isTaken(error) ? undefined : Promise.reject(error as Error),
	);
	await rm(own);
	return JSON.parse(await readFile(file, 'utf8')) as Secrets;
}
