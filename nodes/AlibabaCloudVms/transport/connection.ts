import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Result } from './failure';
import { fail } from './failure';

/** Where to send, and the key to sign with. Lives no longer than the execution. */
export interface Connection {
	/** Origin without a trailing slash. */
	endpoint: string;
	accessKeyId: string;
	accessKeySecret: string;
	securityToken?: string;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

const refuse = (message: string, description: string) =>
	fail({ kind: 'input', message, description });

/** The endpoint as an origin: a bare host means https; plain http reaches this machine only. */
export function readEndpoint(typed: string): Result<string> {
	const text = typed.trim();
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	const isOrigin = url && url.pathname === '/' && !url.search && !url.hash && !url.username;
	if (!isOrigin || url.password || !['https:', 'http:'].includes(url.protocol)) {
		return refuse(
			"'Endpoint' in the credential is not the address of a gateway",
			'Give it as https:// and the host alone, like https://dyvmsapi.aliyuncs.com, without path, parameters or user name.',
		);
	}
	if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
		return refuse(
			`'Endpoint' in the credential is ${url.origin}, which is not encrypted`,
			`Use https://${url.host}. Plain http:// is only for a gateway on this machine, like http://127.0.0.1:7080.`,
		);
	}
	return { ok: true, value: url.origin };
}

/** Reads a credential of type `alibabaCloudAccessKeyApi`; blanks around pasted keys are dropped. */
export function readConnection(credential: ICredentialDataDecryptedObject): Result<Connection> {
	const text = (name: string) => String(credential[name] ?? '').trim();
	const lacking = ['accessKeyId', 'accessKeySecret'].filter((name) => text(name) === '');
	if (lacking.length > 0) {
		const labels = { accessKeyId: "'AccessKey ID'", accessKeySecret: "'AccessKey Secret'" };
		const named = lacking.map((name) => labels[name as keyof typeof labels]).join(' and ');
		return refuse(
			`${named} in the credential ${lacking.length > 1 ? 'are' : 'is'} empty`,
			'Fill in the AccessKey of a RAM user that may use Voice Messaging Service.',
		);
	}
	const endpoint = readEndpoint(text('endpoint'));
	if (!endpoint.ok) return endpoint;
	return {
		ok: true,
		value: {
			endpoint: endpoint.value,
			accessKeyId: text('accessKeyId'),
			accessKeySecret: text('accessKeySecret'),
			securityToken: text('securityToken') || undefined,
		},
	};
}
