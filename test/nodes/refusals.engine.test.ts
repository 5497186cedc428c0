import fc from 'fast-check';
import { NodeApiError, type INodeParameters } from 'n8n-workflow';
import { errorsOf, useBench } from '../support/bench';
import { GATEWAY_FAILURES } from '../support/failures';

const bench = useBench();

describe('what the gateway refuses', () => {
	test.each(GATEWAY_FAILURES)('$name is told in plain words', async (expected) => {
		expected.arrange?.(bench);
		const { taskId = '133224', credential, message, advice = /./, code, httpStatus } = expected;
		const error = await bench.failure({ taskId }, { credential });
		const [request] = bench.emulator.requests;
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(advice);
		expect(error.description).toContain(
			`Code ${code}, Request ID ${request?.requestId}, HTTP ${httpStatus}.`,
		);
		expect(error).toMatchObject({ httpCode: String(httpStatus), context: { itemIndex: 0 } });
		expect(bench.emulator.requests).toHaveLength(1);
		expect(bench.emulator.journal).toEqual([]);
	});

	test.each(GATEWAY_FAILURES)('$name keeps its references in an error item', async (expected) => {
		expected.arrange?.(bench);
		const { taskId = '133224', credential, message, code, httpStatus } = expected;
		const node = { onError: 'continueRegularOutput' as const };
		const { output } = await bench.run({ taskId }, { credential, node });
		const { requestId } = bench.emulator.requests[0] ?? {};
		expect(errorsOf(output)).toEqual([
			{
				message: expect.stringMatching(message),
				description: expect.any(String),
				Id: taskId,
				code,
				requestId,
				httpStatus,
				help: expect.stringContaining(`requestId=${requestId}`),
				...(code === 'NoPermission' ? { details: expect.anything() } : {}),
			},
		]);
	});
});

const answer = (body: string, status = 200, headers?: Record<string, string>) => {
	bench.emulator.settings.answer = { status, body, headers };
};

const RAW: INodeParameters = { options: { simplify: false } };

describe('bodies that are not what was agreed', () => {
	const NOT_JSON = /^127\.0\.0\.1:\d+ answered with something that is not JSON/;
	const TOO_DEEP = /^127\.0\.0\.1:\d+ answered with something that is nested too deeply/;
	const NO_OBJECT = /^The answer is not the JSON object that the gateway gives/;
	const NO_CODE = /^The answer has no Code, so nothing proves that the call was done/;

	test.each([
		['a page of a proxy', '<html><h1>502 Bad Gateway</h1></html>', 502, NOT_JSON],
		['nothing', '', 200, NOT_JSON],
		['null', 'null', 200, NOT_JSON],
		['half an object', '{"Code":"OK","RequestId":"R-', 200, NOT_JSON],
		['brackets without end', '['.repeat(100_000), 200, TOO_DEEP],
		['braces without end', '{"a":'.repeat(100_000), 502, TOO_DEEP],
		['a list', '[]', 200, NO_OBJECT],
		['a text', '"OK"', 200, NO_OBJECT],
		['a number', '7', 200, NO_OBJECT],
		['an empty object', '{}', 200, NO_CODE],
		['an object without a Code', '{"Message":"internal error"}', 500, NO_CODE],
		['a Code that is an object', '{"Code":{"a":1}}', 200, NO_CODE],
		['a Code that is null', '{"Code":null}', 200, NO_CODE],
	])('%s: the change may have been applied', async (_name, body, status, message) => {
		answer(body, status, { 'x-acs-request-id': 'R-1' });
		const error = await bench.failure();
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toMatch(message);
		expect(error.description).toContain('The change may have been applied');
		expect(error.description).toContain(`Request ID R-1, HTTP ${status}.`);
		expect(error.description).not.toContain('502 Bad Gateway');
	});

	test('a message that is no text does not hide the Code', async () => {
		answer('{"Code":"isv.NEW","Message":{"why":1},"RequestId":"R-2"}');
		const error = await bench.failure();
		expect(error.message).toBe('The service refused the call [item 0]');
		expect(error.description).toContain('Code isv.NEW, Request ID R-2, HTTP 200.');
	});

	test.each([
		['without Data', '{"Code":"OK"}', {}],
		['with Data null', '{"Code":"OK","Data":null,"RequestId":"R"}', { RequestId: 'R' }],
		['with a Result of 0', '{"Code":"OK","Data":{"Result":0}}', { Result: 0 }],
		['with a Result of "0"', '{"Code":"OK","Data":{"Result":"0"}}', { Result: '0' }],
	])('OK %s is done', async (_name, body, json) => {
		answer(body);
		const { output } = await bench.run();
		const told = { Id: '133224', action: 'updated', ...json };
		expect(output).toEqual([{ json: expect.objectContaining(told), pairedItem: { item: 0 } }]);
	});

	test.each(['constructor', '__proto__', 'construct\\u006fr'])(
		'a name like %s takes nothing from an answer, and no digit of it',
		async (name) => {
			const data = `{"${name}":{"x":1},"Name":"\\"12345678901234567890\\"","Long":133224000000000017,"n":-1234567890123456.5}`;
			answer(`{"Code":"OK","RequestId":"R-1","Data":${data}}`);
			const { output } = await bench.run();
			expect(output[0]?.json).toMatchObject({
				Long: '133224000000000017',
				Name: '"12345678901234567890"',
				RequestId: 'R-1',
			});
			answer(`{"Code":"isv.INVALID_PARAMETERS","RequestId":"R-2","Message":"No.","${name}":1}`);
			const error = await bench.failure();
			expect(error.message).toBe('The service does not accept a value: No [item 0]');
			expect(error.description).toContain('Code isv.INVALID_PARAMETERS, Request ID R-2, HTTP 200.');
		},
	);

	test('half an object with such a name is not JSON', async () => {
		answer('{"Code":"OK","constructor":1,"RequestId":"R-');
		expect((await bench.failure()).message).toMatch(NOT_JSON);
	});

	test('no digit of a long number is lost', async () => {
		answer('{"Code":"OK","Data":{"Long":133224000000000017,"n":-123456789012345678901234567890}}');
		const { output } = await bench.run();
		expect(output[0]?.json).toMatchObject({
			Long: '133224000000000017',
			n: '-123456789012345678901234567890',
		});
	});

	test('numbers out of all proportion stay short', async () => {
		answer('{"Code":"OK","Data":{"tiny":1.000000000000000e-9999999,"big":1e300}}');
		const { output } = await bench.run();
		expect(output[0]?.json).toMatchObject({ tiny: '1e-9999999', big: 1e300 });
	});

	test.each([1000, 3000, 30_000])('%d levels deep do no harm', async (depth) => {
		answer(`{"Code":"OK","Data":{"deep":${'['.repeat(depth)}${']'.repeat(depth)}}}`);
		const node = { onError: 'continueRegularOutput' as const };
		const { output } = await bench.run(RAW, { node });
		expect(JSON.stringify(output).length).toBeGreaterThan(50);
	});

	test("words after 'signature' are no signature", async () => {
		answer('{"Code":"OK","Data":{"Name":"Signature campaign","Description":"signature: needed"}}');
		const { output } = await bench.run();
		expect(output[0]?.json).toMatchObject({
			Name: 'Signature campaign',
			Description: 'signature: needed',
		});
	});
});

describe('any body at all', () => {
	const status = fc.constantFrom(200, 200, 400, 403, 500, 502);
	const run = async () => {
		const node = { onError: 'continueRegularOutput' as const };
		const { output } = await bench.run({}, { node });
		return JSON.parse(JSON.stringify(output)) as typeof output;
	};

	test('as text ends in one item that can be saved', async () => {
		const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json());
		await fc.assert(
			fc.asyncProperty(texts, status, async (body, code) => {
				answer(body, code);
				expect(await run()).toHaveLength(1);
			}),
			{ numRuns: 100 },
		);
	});

	test('as an object keeps its RequestId', async () => {
		const bodies = fc.record({
			Code: fc.oneof(fc.constantFrom('OK', 'isv.X', '', 200), fc.jsonValue()),
			Message: fc.jsonValue(),
			Data: fc.oneof(fc.jsonValue(), fc.record({ Result: fc.jsonValue() })),
			RequestId: fc.uuid(),
		});
		await fc.assert(
			fc.asyncProperty(bodies, status, async (body, code) => {
				answer(JSON.stringify(body), code, { 'x-acs-request-id': body.RequestId });
				const [item] = await run();
				expect(JSON.stringify(item)).toContain(body.RequestId);
				expect(body.Code === 'OK' || 'error' in (item?.json ?? {})).toBe(true);
			}),
			{ numRuns: 150 },
		);
	});
});
