import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';

/** A certificate for this machine that nobody trusts, as PEM texts, and in a file for those who shall. */
export async function selfSigned(): Promise<{ tls: { key: string; cert: string }; file: string }> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keySize: 2048,
		extensions: [
			{ name: 'basicConstraints', cA: true },
			{
				name: 'subjectAltName',
				altNames: [
					{ type: 2, value: 'localhost' },
					{ type: 7, ip: '127.0.0.1' },
				],
			},
		],
	});
	const file = path.join(mkdtempSync(path.join(tmpdir(), 'vms-certificate-')), 'cert.pem');
	writeFileSync(file, cert);
	return { tls: { key, cert }, file };
}
