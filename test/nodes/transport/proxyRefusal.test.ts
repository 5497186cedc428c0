import { explainProxyRefusal } from '../../../nodes/AlibabaCloudVms/transport/errors';

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
