import { createHash, createHmac, randomUUID } from 'node:crypto';
import http from 'node:http';
import { TEST_KEYS, type AccessKey, type Emulator } from '../../emulator';

/**
 * A signing client of its own: it shares no code with the emulator's check, so the two cannot
 * agree on a mistake.
 */

const UNRESERVED = /[A-Za-z0-9\-_.~]/;

function encode(text: string): string {
	return [...Buffer.from(text, 'utf8')]
		.map((byte) => {
			const character = String.fromCharCode(byte);
			if (byte < 128 && UNRESERVED.test(character)) return character;
			return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
		})
		.join('');
}

export type Params = Record<string, string>;

export function encodePairs(params: Params): string {
	const names = Object.keys(params).sort();
	return names.map((name) => `${encode(name)}=${encode(params[name] ?? '')}`).join('&');
}

export function signV1(method: string, params: Params, secret: string): string {
	const text = `${method}&${encode('/')}&${encode(encodePairs(params))}`;
	return createHmac('sha1', `${secret}&`).update(text).digest('base64');
}

export interface Received {
	status: number;
	headers: http.IncomingHttpHeaders;
	text: string;
	/** Empty when the body is not JSON. */
	body: ReceivedBody;
}

interface ReceivedBody {
	RequestId?: string;
	HostId?: string;
	Code?: string;
	Message?: string;
	Recommend?: string;
	AccessDeniedDetail?: Params;
	Data?: ReceivedData;
}

interface ReceivedData {
	Result?: number;
	TaskProperty?: Params;
	TaskProperties?: Array<Record<string, string | number | null>>;
	[field: string]: unknown;
}

function parseBody(text: string): ReceivedBody {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}

/** One request over a real socket; rejects when the connection breaks. */
export function exchange(
	url: string,
	options: http.RequestOptions = {},
	body: string | Buffer = '',
): Promise<Received> {
	return new Promise((resolve, reject) => {
		const request = http.request(url, { agent: false, ...options }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const text = Buffer.concat(chunks).toString('utf8');
				const { statusCode: status = 0, headers } = response;
				resolve({ status, headers, text, body: parseBody(text) });
			});
		});
		request.on('error', reject);
		request.end(body);
	});
}

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** yyyy-MM-ddTHH:mm:ssZ */
export const timestamp = (milliseconds: number) =>
	new Date(milliseconds).toISOString().replace(/\.\d{3}/, '');

export interface CallOptions {
	key?: AccessKey;
	method?: string;
	/** Change or (undefined) leave out common parameters; they are signed as changed. */
	common?: Record<string, string | undefined>;
	/** Change the signed request without signing it again. */
	tamper?: Record<string, string | undefined>;
	agent?: http.Agent;
	path?: string;
}

function defined(params: Record<string, string | undefined>): Params {
	const kept: Params = {};
	for (const [name, value] of Object.entries(params)) {
		if (value !== undefined) kept[name] = value;
	}
	return kept;
}

export function signedV1(action: string, params: Params, options: CallOptions = {}): Params {
	const { key = TEST_KEYS.active, method = 'POST', common, tamper } = options;
	const unsigned = defined({
		Action: action,
		Version: '2017-05-25',
		Format: 'JSON',
		AccessKeyId: key.accessKeyId,
		SecurityToken: key.securityToken,
		SignatureMethod: 'HMAC-SHA1',
		SignatureVersion: '1.0',
		SignatureNonce: randomUUID(),
		Timestamp: timestamp(Date.now()),
		...params,
		...common,
	});
	const Signature = signV1(method, unsigned, key.accessKeySecret);
	return defined({ ...unsigned, Signature, ...tamper });
}

/** A call signed by version 1: GET in the query, any other method in a form. */
export function callV1(
	{ url }: Pick<Emulator, 'url'>,
	action: string,
	params: Params,
	options: CallOptions = {},
): Promise<Received> {
	const { method = 'POST', agent = false, path = '/' } = options;
	const form = encodePairs(signedV1(action, params, options));
	if (method === 'GET') return exchange(`${url}${path}?${form}`, { method, agent });
	return exchange(`${url}${path}`, { method, agent, headers: FORM }, form);
}

interface CallV3Options {
	key?: AccessKey;
	method?: string;
	/** Sent in the query. */
	query?: Params;
	/** Sent in a form body. */
	form?: Params;
	/** Change or (undefined) leave out headers; those left are signed as changed. */
	headers?: Record<string, string | undefined>;
	/** Change headers or the body without signing again. */
	tamper?: Params;
	tamperedBody?: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A call signed by version 3. */
export function callV3(
	{ url }: Pick<Emulator, 'url'>,
	action: string,
	options: CallV3Options = {},
): Promise<Received> {
	const { key = TEST_KEYS.active, method = 'POST', query = {}, form, tamper } = options;
	const body = form ? encodePairs(form) : '';
	const headers = defined({
		host: new URL(url).host,
		'x-acs-action': action,
		'x-acs-content-sha256': sha256(body),
		'x-acs-date': timestamp(Date.now()),
		'x-acs-security-token': key.securityToken,
		'x-acs-signature-nonce': randomUUID(),
		'x-acs-version': '2017-05-25',
		...(form && FORM),
		...options.headers,
	});
	const names = Object.keys(headers).sort();
	const canonical = [
		method,
		'/',
		encodePairs(query),
		...names.map((name) => `${name}:${headers[name]}`),
		'',
		names.join(';'),
		headers['x-acs-content-sha256'] ?? '',
	].join('\n');
	const signature = createHmac('sha256', key.accessKeySecret)
		.update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
		.digest('hex');
	const authorization = `ACS3-HMAC-SHA256 Credential=${key.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
	return exchange(
		`${url}/?${encodePairs(query)}`,
		{ method, headers: { authorization, ...headers, ...tamper } },
		options.tamperedBody ?? body,
	);
}
