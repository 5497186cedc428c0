import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeParameters } from 'n8n-workflow';
import { TEST_KEYS } from '../../../emulator';
import {
	CONTINUE,
	credentialOf,
	errorsOf,
	TASK,
	useBench,
	type RunOptions,
} from '../../support/bench';

const bench = useBench();

const LIST = {
	action: 'CloudQueryTask',
	parametersJson: `{"EnterpriseId":"${TASK.enterpriseId}","Type":1,"Limit":"2"}`,
};

const call = async (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	await bench.run({ operation: 'customApiCall', ...LIST, ...parameters }, options);

/** Rows of names and values, as the editor stores them. */
const rows = (...pairs: Array<[string, unknown]>): INodeParameters => ({
	parametersJson: '{}',
	parameters: { parameter: pairs.map(([name, value]) => ({ name, value })) as never },
});

test('sends the action with its parameters, and gives the answer as it came', async () => {
	const { output } = await call();
	expect(bench.sent).toEqual([{ EnterpriseId: TASK.enterpriseId, Type: '1', Limit: '2' }]);
	expect(output[0]?.json).toMatchObject({
		Code: 'OK',
		RequestId: expect.any(String),
		Data: { TaskProperties: [{ Id: 133224 }, { Id: 133226 }] },
	});
	expect(output[0]?.pairedItem).toEqual({ item: 0 });
});

test.each<[string, INodeParameters]>([
	['rows', rows(['EnterpriseId', TASK.enterpriseId], [' Type ', '1'], ['Limit', '2'], ['', ''])],
	[
		'an object from an expression',
		{
			parametersJson: `={{ { EnterpriseId: ${TASK.enterpriseId}, Type: 1, Limit: 2, Name: null, Status: undefined } }}`,
		},
	],
	[
		'JSON around an expression',
		{ parametersJson: `={"EnterpriseId":"{{ $json.id }}","Type":"1","Limit":"2"}` },
	],
])('takes parameters as %s', async (_what, parameters) => {
	await call(parameters, { items: [{ id: TASK.enterpriseId }] });
	expect(bench.sent).toEqual([{ EnterpriseId: TASK.enterpriseId, Type: '1', Limit: '2' }]);
});

test('an action without parameters is an action', async () => {
	const failure = await bench.failure({ operation: 'customApiCall', action: 'CloudQueryTask' });
	expect(failure.message).toMatch(/mandatory|EnterpriseId/);
	expect(bench.sent).toEqual([{}]);
});

test('keeps what has a meaning of its own: empty texts, signs, long digits', async () => {
	await call(
		{
			parametersJson:
				'{"EnterpriseId":"7000002","Type":"1","Name":"","Tag.1.Key":"a&b=c +%2B","Long":"133224000000000017"}',
		},
		{ node: CONTINUE },
	);
	expect(bench.sent[0]).toMatchObject({
		Name: '',
		'Tag.1.Key': 'a&b=c +%2B',
		Long: '133224000000000017',
	});
});

describe('repeats', () => {
	const options = { maximumAttempts: 3, longestWait: 0.01 };

	test('nothing of which nobody knows whether it was carried out', async () => {
		bench.emulator.failNext('dropAfterApply', 2);
		const failure = await bench.failure({ operation: 'customApiCall', ...LIST, options });
		expect(bench.emulator.requests).toHaveLength(1);
		expect(failure.description).toBe(
			'The call may have been carried out: look what became of it before you repeat it.',
		);
	});

	test('that too where the user says so', async () => {
		bench.emulator.failNext('dropAfterApply', 2);
		const { output } = await call({ options: { ...options, repeatAfterFailure: true } });
		expect(bench.emulator.requests).toHaveLength(3);
		expect(output[0]?.json.Code).toBe('OK');
	});

	test("nothing by n8n's Retry On Fail, unless the user says so", async () => {
		const node = { retryOnFail: true };
		const parameters = { operation: 'customApiCall', ...LIST };
		const failure = await bench.failure(parameters, { node, items: [{}, {}] });
		expect(failure.message).toMatch(/^'Retry On Fail' is on/);
		expect(failure.description).toMatch(/those that were carried out too\. If that does no harm/);
		expect(bench.emulator.requests).toEqual([]);
		await call({ options: { repeatAfterFailure: true } }, { node });
		expect(bench.emulator.requests).toHaveLength(1);
	});

	test('what was throttled, whatever the user says', async () => {
		bench.emulator.settings.throttle = { code: 'Throttling.User', httpStatus: 400, next: 1 };
		expect((await call({ options })).output[0]?.json.Code).toBe('OK');
		expect(bench.emulator.requests).toHaveLength(2);
	});
});

test.each(['CloudStartTask', 'cloudStartTask'])(
	'an action of a call task that was not done is a failure: %s',
	async (action) => {
		bench.emulator.settings.startResult = { result: 1 };
		const failure = await bench.failure({
			operation: 'customApiCall',
			action,
			parametersJson: `{"EnterpriseId":"${TASK.enterpriseId}","TaskId":"${TASK.taskId}"}`,
		});
		expect(failure.message).toMatch(/^The answer says OK, but with Data.Result 1/);
		expect(bench.emulator.requests[0]?.action).toBe('CloudStartTask');
	},
);

test('a refusal says what to look at of this call, and nothing of tasks', async () => {
	const refused = async (parameters: INodeParameters) =>
		(await bench.failure({ operation: 'customApiCall', ...LIST, ...parameters })).description;
	expect(await refused({ action: 'CloudQueryTasks' })).toMatch(
		/^Check 'Action', and under Options 'Version' and 'Endpoint', against the vendor's reference/,
	);
	expect(await refused({ parametersJson: '{"EnterpriseId":"x","Type":"1"}' })).toMatch(
		/^Compare the parameters with the vendor's reference of this action/,
	);
	bench.emulator.failNext('dropAfterApply', 1);
	bench.emulator.failNext('throttled', 1);
	const options = { maximumAttempts: 2, longestWait: 0.01, repeatAfterFailure: true };
	expect(await refused({ options })).toMatch(
		/ An attempt before the last one may have been carried out: look what became of it before you repeat it\./,
	);
});

test('many, each for itself', async () => {
	const items = [{ type: '1' }, { type: '9' }, { type: '2' }];
	const { output, hints } = await call(
		rows(['EnterpriseId', TASK.enterpriseId], ['Type', '={{ $json.type }}']),
		{ items, node: CONTINUE },
	);
	expect(output.map(({ json }) => json.Code)).toEqual(['OK', undefined, 'OK']);
	expect(errorsOf(output)[0]).toMatchObject({ code: 'isv.INVALID_PARAMETERS' });
	expect(hints[0]?.message).toMatch(/^2 called, 1 refused/);
});

describe('what the protocol has for itself', () => {
	test.each([
		'Action',
		'action',
		'VERSION',
		'AccessKeyId',
		'accesskeyid',
		'Signature',
		'SIGNATURE',
		'SignatureNonce',
		'signatureMethod',
		'SignatureVersion',
		'signaturetype',
		'Timestamp',
		'timeStamp',
		'Format',
		'SecurityToken',
		'BearerToken',
		' Action ',
		'Ac\u200btion',
	])('is refused: %j', async (name) => {
		const message =
			/names ".*", which belongs to the protocol: the node sets it by itself \[item 0\]$/;
		for (const parameters of [
			rows([name, 'x']),
			{ parametersJson: JSON.stringify({ [name]: 'x' }) },
		]) {
			const failure = await bench.failure({ operation: 'customApiCall', ...LIST, ...parameters });
			expect(failure.message).toMatch(message);
		}
		expect(bench.sent).toEqual([]);
	});
});

describe('refuses', () => {
	test.each<[string, INodeParameters, RegExp]>([
		[
			'a missing action',
			{ action: '' },
			/^'Action' is ""; give the name of an action, like CloudQueryTask/,
		],
		['a sentence for an action', { action: 'Cloud Query' }, /^'Action' is "Cloud Query"/],
		['no JSON', { parametersJson: 'x=1' }, /^'Parameters \(JSON\)' .*JSON/],
		[
			'JSON that is broken',
			{ parametersJson: '{"EnterpriseId":"7000002","Type":1,}' },
			/^'Parameters \(JSON\)' .*JSON.*character/,
		],
		['a list', { parametersJson: '[1]' }, /^'Parameters \(JSON\)' is "\[1\]"; give a JSON object/],
		[
			'both',
			{ ...rows(['A', '1']), parametersJson: '{"B":"1"}' },
			/^'Parameters' and 'Parameters \(JSON\)' are both filled in; keep one/,
		],
		[
			'a name with a sign',
			rows(['A b', '1']),
			/^'Parameters' names "A b"; a name begins with a letter/,
		],
		['a value without a name', rows(['', '1']), /^'Parameters' names ""/],
		[
			'a name that is no data',
			{ parametersJson: '{"__proto__":"1"}' },
			/^'Parameters \(JSON\)' names "__proto__"/,
		],
		[
			'a name twice',
			rows(['TaskId', '1'], ['taskID', '2']),
			/^'Parameters' names "TaskId" and "taskID", which are one parameter/,
		],
		[
			'an object',
			{ parametersJson: '{"A":{"b":1}}' },
			/^'Parameters \(JSON\)' has an object for "A"; give its JSON as text/,
		],
		['a list of values', { parametersJson: '{"A":[1]}' }, /has a list for "A"; .* like A\.1/],
		[
			'a number that has lost digits',
			{ parametersJson: '{"Id":133224000000000017}' },
			/^'Parameters \(JSON\)' has the number 133224000000000017, which loses digits/,
		],
		[
			'an expression that fails',
			{ parametersJson: "={{ $('Absent').item.json.x }}" },
			/^'Parameters \(JSON\)' has an expression that fails/,
		],
		[
			'a version that is none',
			{ options: { version: 'latest' } },
			/^'Version' is "latest"; give a version of an API/,
		],
		[
			'a host of somebody else',
			{ options: { endpoint: 'ecs.example.com' } },
			/^'Endpoint' under Options is ecs.example.com, which is not one of Alibaba Cloud/,
		],
		[
			'a host that looks like one',
			{ options: { endpoint: 'evilaliyuncs.com' } },
			/not one of Alibaba Cloud/,
		],
		[
			'a host below somebody else',
			{ options: { endpoint: 'ecs.aliyuncs.com.evil.example' } },
			/not one of Alibaba Cloud/,
		],
		['the domain alone', { options: { endpoint: 'aliyuncs.com' } }, /not one of Alibaba Cloud/],
		[
			'a port',
			{ options: { endpoint: 'https://ecs.aliyuncs.com:8443' } },
			/not one of Alibaba Cloud/,
		],
		['plain http', { options: { endpoint: 'http://ecs.aliyuncs.com' } }, /which is not encrypted/],
		[
			'an address with a path',
			{ options: { endpoint: 'https://ecs.aliyuncs.com/x' } },
			/is not the address of a gateway/,
		],
		[
			'a login',
			{ options: { endpoint: 'https://u:p@ecs.aliyuncs.com' } },
			/is not the address of a gateway/,
		],
		['an own address', { options: { endpoint: '169.254.169.254' } }, /not one of Alibaba Cloud/],
	])('%s', async (_what, parameters, message) => {
		const failure = await bench.failure({ operation: 'customApiCall', ...LIST, ...parameters });
		expect(failure.message).toMatch(message);
		expect(bench.emulator.requests).toEqual([]);
	});

	test('this machine, where the credential is about the vendor', async () => {
		const credential = credentialOf(TEST_KEYS.active, {
			endpoint: 'https://dyvmsapi.aliyuncs.com',
		});
		const failure = await bench.failure(
			{ operation: 'customApiCall', ...LIST, options: { endpoint: bench.emulator.url } },
			{ credential },
		);
		expect(failure.message).toMatch(/not one of Alibaba Cloud/);
		expect(bench.emulator.requests).toEqual([]);
	});
});

describe('another product', () => {
	/** A product that says success in words of its own, with the form of each request. */
	async function product(answer: object, status = 200) {
		const forms: URLSearchParams[] = [];
		const versions: unknown[] = [];
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (chunk: Buffer) => (body += chunk.toString()));
			request.on('end', () => {
				forms.push(new URLSearchParams(body));
				versions.push(request.headers['x-acs-version']);
				response
					.writeHead(status, { 'content-type': 'application/json' })
					.end(JSON.stringify(answer));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const close = async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		};
		return { url, forms, versions, close };
	}

	const describeAll = (url: string, more: INodeParameters = {}): INodeParameters => ({
		action: 'DescribeInstances',
		parametersJson: '{"RegionId":"cn-hangzhou"}',
		options: { endpoint: url, version: '2014-05-26', ...more },
	});

	test('gets its own version, and may do without a Code', async () => {
		const ecs = await product({ RequestId: 'R', Instances: { Instance: [] } });
		try {
			const { output } = await call(describeAll(ecs.url), { items: [{}, {}] });
			expect(output.map(({ json }) => json)).toEqual([
				{ RequestId: 'R', Instances: { Instance: [] } },
				{ RequestId: 'R', Instances: { Instance: [] } },
			]);
			expect(Object.fromEntries(ecs.forms[0] ?? [])).toMatchObject({
				Action: 'DescribeInstances',
				Version: '2014-05-26',
				RegionId: 'cn-hangzhou',
				AccessKeyId: TEST_KEYS.active.accessKeyId,
				Signature: expect.any(String),
			});
			expect(ecs.versions).toEqual(['2014-05-26', '2014-05-26']);
			expect(bench.emulator.requests).toEqual([]);
		} finally {
			await ecs.close();
		}
	});

	test.each<[string, object, number, RegExp]>([
		[
			'a refusal',
			{ RequestId: 'R', Code: 'InvalidRegionId.NotFound', Message: 'no such region' },
			404,
			/no such region/,
		],
		['an error without a Code', { RequestId: 'R' }, 500, /^The answer has no Code/],
		['no success', { RequestId: 'R', Success: false, Message: 'no room' }, 200, /: no room/],
		[
			'no success in spite of its Code',
			{ requestId: 'R', code: '200', success: 'false', message: 'no room' },
			200,
			/^The service refused the call: no room/,
		],
		[
			'a Code in small letters',
			{ requestId: 'R', code: 'InvalidRegionId', message: 'no such region' },
			200,
			/: no such region/,
		],
	])('is not taken for successful: %s', async (_what, answer, status, message) => {
		const ecs = await product(answer, status);
		try {
			const parameters = { operation: 'customApiCall', ...describeAll(ecs.url) };
			expect((await bench.failure(parameters)).message).toMatch(message);
		} finally {
			await ecs.close();
		}
	});

	test('gives addresses that are signed as they came, and never the own key', async () => {
		const own = 'LTAI'.padEnd(20, 'x');
		const credential = credentialOf({ ...TEST_KEYS.active, accessKeyId: own });
		const PlayURL = `https://x.example/a?OSSAccessKeyId=LTAI5tOfSomebody&Signature=${'s'.repeat(28)}`;
		const ecs = await product({ RequestId: 'R', PlayInfo: [{ PlayURL, Own: own }] });
		try {
			const { output } = await call(describeAll(ecs.url), { credential });
			expect(output[0]?.json.PlayInfo).toEqual([{ PlayURL, Own: '***' }]);
		} finally {
			await ecs.close();
		}
	});

	test('that answers with more than is read is to be asked for less', async () => {
		const ecs = await product({ RequestId: 'R', Text: 'x'.repeat(5 * 2 ** 20) });
		try {
			const parameters = { operation: 'customApiCall', ...describeAll(ecs.url) };
			const { message, description } = await bench.failure(parameters);
			expect(message).toMatch(/answered with more than 4 MB/);
			expect(description).toMatch(/^Ask for less at one time, .* may have been carried out/);
		} finally {
			await ecs.close();
		}
	});

	test.each<[string, object]>([
		['a flag', { RequestId: 'R', Success: true, Code: 'Accepted' }],
		['a flag in small letters', { requestId: 'R', success: true }],
		['a Code of 0', { RequestId: 'R', Code: 0 }],
		['a Code in capital letters', { RequestId: 'R', Code: 'SUCCESS' }],
	])('says by %s that it was done', async (_what, answer) => {
		const ecs = await product(answer);
		try {
			expect((await call(describeAll(ecs.url))).output[0]?.json).toEqual(answer);
		} finally {
			await ecs.close();
		}
	});

	test('a refusal names the field of its endpoint, and no permission of call tasks', async () => {
		const ecs = await product({ RequestId: 'R', Code: 'NoPermission', Message: 'no' }, 403);
		const failed = async (url: string) =>
			(await bench.failure({ operation: 'customApiCall', ...describeAll(url) })).description;
		try {
			expect(await failed(ecs.url)).toMatch(
				/^The key is right\. Grant .* this action of the product/,
			);
		} finally {
			await ecs.close();
		}
		expect(await failed('http://127.0.0.1:1')).toMatch(
			/^Check 'Endpoint' under Options\. Nothing was sent\./,
		);
	});

	test('of the same host in another version is asked for that version', async () => {
		const failure = await bench.failure({
			operation: 'customApiCall',
			...LIST,
			options: { version: '2015-01-01' },
		});
		expect(failure.message).toMatch(/version/i);
		expect(bench.emulator.requests[0]?.params.Version).toBe('2015-01-01');
	});
});
