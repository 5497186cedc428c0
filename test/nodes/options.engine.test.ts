import type { INodeParameters } from 'n8n-workflow';
import { CONTINUE, useBench } from '../support/bench';

const bench = useBench();

const TOO_LONG: INodeParameters = { callHandling: { customerTimeout: 99 } };
const NOTHING = '={{ $json.nothing }}';

describe('Check Values Before Sending', () => {
	test('off lets through what the service may accept, and the service decides', async () => {
		const error = await bench.failure({
			...TOO_LONG,
			schedule: { autoStart: true, autoStartDay: 'tomorrow' },
			pacing: { quotiety: 25.123 },
			options: { checkValuesBeforeSending: false },
		});
		expect(bench.changes).toEqual({
			AutoStart: '1',
			AutoStartDay: 'tomorrow',
			CustomerTimeout: '99',
			Quotiety: '25.123',
		});
		expect(error.message).toMatch(/^The service does not accept a value: 验证失败/);
	});

	test('off still refuses what has no text', async () => {
		const error = await bench.failure(
			{ details: { name: '={{ $json.object }}' }, options: { checkValuesBeforeSending: false } },
			{ items: [{ object: { a: 1 } }] },
		);
		expect(error.message).toBe(`'Name' is {"a":1}; give text of at most 49 characters [item 0]`);
		expect(bench.sent).toEqual([]);
	});

	test.each([NOTHING, '={{ null }}', '={{ true }}', '={{ "true" }}'])(
		'as the expression %s is on',
		async (checkValuesBeforeSending) => {
			await bench.failure({ ...TOO_LONG, options: { checkValuesBeforeSending } });
			expect(bench.sent).toEqual([]);
		},
	);

	test('may differ from item to item', async () => {
		const options = { checkValuesBeforeSending: '={{ $json.check }}' };
		const items = [{ check: true }, { check: false }];
		await bench.run({ ...TOO_LONG, options }, { items, node: CONTINUE });
		expect(bench.sent).toHaveLength(1);
	});
});

describe('Send Empty Values', () => {
	const emptied: INodeParameters = {
		details: { name: 'x', description: '', userFields: {} },
		schedule: { autoStartDay: '', autoStartTime: '={{ "  " }}', timeStrategy: NOTHING },
		callHandling: { ivrName: '={{ null }}' },
	};

	test('off leaves emptied fields as they are in the task', async () => {
		await bench.run(emptied);
		expect(bench.changes).toEqual({ Name: 'x' });
	});

	test('on sends emptied fields as empty, but never a value that is absent', async () => {
		await bench.run({ ...emptied, options: { sendEmptyValues: true } });
		expect(bench.changes).toEqual({
			Name: 'x',
			Description: '',
			UserFields: '',
			AutoStartDay: '',
			AutoStartTime: '',
		});
		expect(bench.emulator.store.find('7000002', '133224')).toMatchObject({
			Description: '',
			AutoStartDay: '',
		});
	});

	test('on does not send a task without a number', async () => {
		const error = await bench.failure({ taskId: '', options: { sendEmptyValues: true } });
		expect(error.message).toBe("'Task ID' is missing [item 0]");
	});
});

describe('the output', () => {
	test('is simplified: numbers as numbers, IDs as texts, the RequestId beside them', async () => {
		const { output } = await bench.run({ callHandling: { customerTimeout: 30 } });
		expect(output).toEqual([
			{
				json: expect.objectContaining({
					CustomerTimeout: 30,
					EnterpriseId: '7000002',
					Id: '133224',
					IvrId: '13',
					RequestId: bench.emulator.requests[0]?.requestId,
				}),
				pairedItem: { item: 0 },
			},
		]);
		expect(output[0]?.json).not.toHaveProperty('Code');
		expect(output[0]?.json).not.toHaveProperty('request');
	});

	test('is the body of the gateway without Simplify', async () => {
		const Data = { Id: '133224', Q: '0.50' };
		const body = { RequestId: 'R', Message: 'OK', Code: 'OK', Data, X: [] };
		bench.emulator.settings.answer = { status: 200, body: JSON.stringify(body) };
		const { output } = await bench.run({ options: { simplify: false } });
		expect(output[0]?.json).toMatchObject({ Id: '133224', action: 'updated', ...body });
		expect(output[0]?.json).not.toHaveProperty('Q');
	});

	test('has the parameters sent where they are asked for', async () => {
		const details = { name: '名称' };
		const { output } = await bench.run({ details, options: { includeRequestParameters: true } });
		expect(output[0]?.json.request).toEqual({
			EnterpriseId: '7000002',
			TaskId: '133224',
			Name: '名称',
		});
	});
});

test('URL-encode encodes name and description once more, and nothing else', async () => {
	await bench.run({
		details: { name: '50% & 名', description: 'a+b c' },
		callHandling: { ivrName: '菜单 1' },
		options: { urlEncodeNameAndDescriptionFirst: true },
	});
	expect(bench.changes).toEqual({
		Name: '50%25%20%26%20%E5%90%8D',
		Description: 'a%2Bb%20c',
		IvrName: '菜单 1',
	});
});

test.each([
	[0, "'Timeout' is 0; give a number with at most 3 decimals from 1 to 600 [item 0]"],
	[601, "'Timeout' is 601; give a number with at most 3 decimals from 1 to 600 [item 0]"],
	['={{ -1 }}', "'Timeout' is -1; give a number with at most 3 decimals from 1 to 600 [item 0]"],
	[
		'={{ "soon" }}',
		'\'Timeout\' is "soon"; give a number with at most 3 decimals from 1 to 600 [item 0]',
	],
])('Timeout as %p sends nothing', async (timeout, message) => {
	const error = await bench.failure({ options: { timeout } });
	expect(error.message).toBe(message);
	expect(error.description).toContain('Nothing was sent');
	expect(bench.sent).toEqual([]);
});

test.each(['={{ "20" }}', '={{ 0.5 + 0.5 }}', NOTHING])(
	'Timeout as %p is taken',
	async (timeout) => {
		await bench.run({ options: { timeout } });
		expect(bench.sent).toHaveLength(1);
	},
);
