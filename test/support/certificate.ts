import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';

interface Certified {
	/** In place of the names of this machine. */
	hosts?: readonly string[];
	/** Until when it is valid. */
	until?: Date;
}

/**
 * A certificate, for this machine unless told, that nobody trusts, as PEM texts, and in a file for those who
 * shall.
 */
export async function selfSigned({ hosts, until }: Certified = {}) {
	const { private: key, cert } = await generate(
		[{ name: 'commonName', value: hosts?.[0] ?? 'localhost' }],
		{
			keySize: 2048,
			notBeforeDate: new Date('2020-01-01'),
			notAfterDate: until ?? new Date('2099-01-01'),
			extensions: [
				{ name: 'basicConstraints', cA: true },
				{
					name: 'subjectAltName',
					altNames: hosts
						? hosts.map((value) => ({ type: 2, value }))
						: [
								{ type: 2, value: 'localhost' },
								{ type: 7, ip: '127.0.0.1' },
							],
				},
			],
		},
	);
	const file = path.join(mkdtempSync(path.join(tmpdir(), 'vms-certificate-')), 'cert.pem');
	writeFileSync(file, cert);
	return { tls: { key, cert }, file };
}
