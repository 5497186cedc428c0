import { explainBreak, explainProxyRefusal } from '../../../nodes/AlibabaCloudVms/transport/errors';

const connection = { endpoint: 'https://x.example', accessKeyId: 'a', accessKeySecret: 'b' };

test.each([
	[502, true],
	[503, true],
	[504, true],
	[408, true],
	[425, true],
	[429, true],
	[403, false],
	[405, false],
	[407, false],
	[500, false],
])(
	'a proxy that refuses the connection with HTTP %d may take it later: %p',
	(httpStatus, retry) => {
		const watch = { sent: false, refusedByProxy: true, httpStatus };
		expect(explainProxyRefusal(connection, watch)).toMatchObject({ retry, fate: 'notSent' });
	},
);

test.each([
	['EWHATEVER', ' (EWHATEVER)'],
	['HPE_INVALID_CONSTANT', ' (HPE_INVALID_CONSTANT)'],
	['Z_DATA_ERROR', ' (Z_DATA_ERROR)'],
	['<b>', ''],
	['', ''],
])('a cause without a sentence of its own is named by its code: %p', (code, named) => {
	const error = Object.assign(new Error('secret'), { code });
	const failure = explainBreak(error, {
		sent: true,
		refusedByProxy: false,
		connection,
		viaProxy: false,
		timeoutMs: 1000,
		cancelled: false,
	});
	expect(failure.message).toBe(
		`The connection to x.example broke before the answer was complete${named}`,
	);
	expect(failure.fate).toBe('open');
});
