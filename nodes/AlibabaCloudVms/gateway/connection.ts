import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { readEndpoint } from './endpoint';
import type { Result } from './failure';
import { accessKeyIn } from './keys/accessKey';
import type { KeySource } from './keys/keys';

/** Where to send, and what to sign with. Lives no longer than the execution. */
export interface Connection {
	/** Origin without a trailing slash. */
	endpoint: string;
	keys: KeySource;
	/** Version of the product's API; that of the service unless told. */
	apiVersion?: string;
}

/** Reads a credential of type `alibabaCloudAccessKeyApi`. */
export function readConnection(credential: ICredentialDataDecryptedObject): Result<Connection> {
	const keys = accessKeyIn(credential);
	if (!keys.ok) return keys;
	const endpoint = readEndpoint(String(credential.endpoint ?? ''));
	if (!endpoint.ok) return endpoint;
	return { ok: true, value: { endpoint: endpoint.value, keys: keys.value } };
}
