import { DEFAULT_ENTERPRISE_ID, TEST_KEYS } from '../../emulator';
import { COLUMNS, sheet } from '../sheet';

/** What the Code nodes of the workflows hold. */

const SAMPLE = 100;
const [TASK] = COLUMNS.map(({ name }) => name);
const FIELDS = JSON.stringify(COLUMNS.map(({ name, api }) => [api, name]));

/** Makes the rows of the sheet. */
export const rowsCode = (rows: number): string => `
const sample = ${JSON.stringify(sheet(SAMPLE))};
return Array.from({ length: ${rows} }, (_unused, row) => ({
	json: { ...sample[row % ${SAMPLE}], ${JSON.stringify(TASK)}: String(500000 + row) },
}));`;

/** Signs every row, as a user would write it after the vendor's documentation. */
const SIGN = `
const crypto = require('crypto');
const encode = (text) =>
	encodeURIComponent(text).replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase());
const fields = ${FIELDS};
const timestamp = new Date().toISOString().replace(/\\.\\d+Z$/, 'Z');
function sign(row) {
	const params = {
		Action: 'CloudUpdateTask',
		Version: '2017-05-25',
		Format: 'JSON',
		AccessKeyId: ${JSON.stringify(TEST_KEYS.active.accessKeyId)},
		SignatureMethod: 'HMAC-SHA1',
		SignatureVersion: '1.0',
		SignatureNonce: crypto.randomUUID(),
		Timestamp: timestamp,
		EnterpriseId: ${JSON.stringify(DEFAULT_ENTERPRISE_ID)},
	};
	for (const [api, column] of fields) params[api] = String(row[column]);
	const query = Object.keys(params).sort().map((key) => encode(key) + '=' + encode(params[key])).join('&');
	const text = 'POST&%2F&' + encode(query);
	const secret = ${JSON.stringify(TEST_KEYS.active.accessKeySecret)};
	params.Signature = crypto.createHmac('sha1', secret + '&').update(text).digest('base64');
	return { params, body: query + '&Signature=' + encode(params.Signature) };
}`;

/** The rows become signed bodies. */
export const signCode = `${SIGN}
return $input.all().map(({ json }) => ({ json: { body: sign(json).body } }));`;

/** The rows stay and get a signature beside their columns. */
export const signBesideCode = `${SIGN}
return $input.all().map(({ json }) => {
	const { Signature, SignatureNonce, Timestamp } = sign(json).params;
	return { json: { ...json, Signature, SignatureNonce, Timestamp } };
});`;
