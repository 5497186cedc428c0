import type { INodeParameters } from 'n8n-workflow';
import { entries } from '../support/builders';
import { CONTINUE, errorsOf, TASK, useBench } from '../support/bench';

const bench = useBench();

const CENTER = /^https:\/\/api\.aliyun\.com\/troubleshoot\?/;

const answer = (body: object, status = 400) => {
	bench.emulator.settings.answer = { status, body: JSON.stringify(body) };
};

describe('a refusal says where to read more', () => {
	const REFUSED = { Code: 'isv.NEW', Message: 'no', RequestId: 'R-1' };

	test.each([
		['https://help.aliyun.com/x?y=1&z=2', /^https:\/\/help\.aliyun\.com\/x\?y=1&z=2$/],
		['javascript:alert(1)', CENTER],
		['http://api.aliyun.com/', CENTER],
		['https://user:password@aliyun.com/', CENTER],
		['https://aliyun.com.evil.example/', CENTER],
		['https://\u0430liyun.com/', CENTER],
	])('by %s', async (Recommend, expected) => {
		answer({ ...REFUSED, Recommend });
		const { output } = await bench.run({}, { node: CONTINUE });
		expect(errorsOf(output)[0]?.help).toMatch(expected);
	});

	test('as a link below the error that stops the run', async () => {
		answer({ ...REFUSED, Recommend: 'https://help.aliyun.com/x?y=1&z="><b>' });
		const { description, context } = await bench.failure();
		expect(description).toContain(
			'<a href="https://help.aliyun.com/x?y=1&amp;z=%22%3E%3Cb%3E" target="_blank">',
		);
		expect(context.data).toMatchObject({ help: 'https://help.aliyun.com/x?y=1&z=%22%3E%3Cb%3E' });
	});

	test.each<[string, INodeParameters]>([
		['Update', {}],
		['Start', { operation: 'start' }],
		['Get', { operation: 'get' }],
		['Delete Numbers', { operation: 'deleteNumbers', which: { tels: '13800138000' } }],
		[
			'Custom API Call',
			{
				operation: 'customApiCall',
				action: 'CloudGetTask',
				parametersJson: JSON.stringify({ EnterpriseId: TASK.enterpriseId, TaskId: TASK.taskId }),
			},
		],
	])('%s', async (_name, parameters) => {
		answer(REFUSED);
		const { output } = await bench.run(parameters, { node: CONTINUE });
		expect(errorsOf(output)[0]).toMatchObject({
			requestId: 'R-1',
			help: 'https://api.aliyun.com/troubleshoot?q=isv.NEW&product=Dyvmsapi&requestId=R-1',
		});
	});

	test('not where nothing was sent', async () => {
		const { output } = await bench.run({ taskId: 'x' }, { node: CONTINUE });
		expect(errorsOf(output)[0]).not.toHaveProperty('help');
	});
});

describe('a permission that is lacking', () => {
	const DENIAL = {
		AuthAction: 'dyvms:CloudUpdateTask',
		NoPermissionType: 'ImplicitDeny',
		EncodedDiagnosticMessage: 'AQEAAAAA',
	};
	beforeEach(() => {
		bench.emulator.settings.permissionDenied = 'NoPermission';
	});

	test('is told with what whoever grants it needs', async () => {
		const { output } = await bench.run({}, { node: CONTINUE });
		expect(errorsOf(output)[0]?.details).toEqual(DENIAL);
	});

	test('also where the run stops', async () => {
		const { context } = await bench.failure();
		expect(context.data).toMatchObject(DENIAL);
	});
});

describe("the vendor's form", () => {
	const NAME = '双11 "A&B" 😀\n+%';

	/** What it is filled in with. */
	const filledIn = (address: unknown): unknown => {
		const { origin, pathname, searchParams } = new URL(String(address));
		expect(`${origin}${pathname}`).toBe(
			'https://next.api.aliyun.com/api/Dyvmsapi/2017-05-25/CloudUpdateTask',
		);
		return JSON.parse(searchParams.get('params') ?? '');
	};

	test('is filled in with what was sent, and only where that is asked for', async () => {
		const details = { name: NAME };
		const { output } = await bench.run({ details, options: { includeRequestParameters: true } });
		expect(filledIn(output[0]?.json.explorer)).toEqual(bench.sent[0]);
		const without = await bench.run({ details });
		expect(without.output[0]?.json).not.toHaveProperty('explorer');
	});

	test('in a preview with what would be sent, where something would', async () => {
		const items = [{ name: NAME }, { name: String(TASK.taskId) }, { id: '999' }, { id: 'x' }];
		const parameters = {
			taskId: `={{ $json.id ?? '${TASK.taskId}' }}`,
			details: { name: '={{ $json.name ?? "x" }}' },
			options: { onlySendWhatDiffers: true },
		};
		const { output } = await bench.run({ ...parameters, operation: 'preview' }, { items });
		const wanted = output.map(({ json }) => json.explorer);
		expect(wanted.slice(2)).toEqual(['', '']);
		const shown = wanted.slice(0, 2).map(filledIn);
		const before = bench.sent.length;
		await bench.run(parameters, { items: items.slice(0, 2) });
		const sent = bench.sent.slice(before).filter(({ Name }) => Name !== undefined);
		expect(shown).toEqual(sent);
		const again = await bench.run(
			{ ...parameters, operation: 'preview' },
			{ items: items.slice(1, 2) },
		);
		expect(again.output[0]?.json).toMatchObject({ action: 'nothing', explorer: '' });
	});

	test('is left out where its address would be too long', async () => {
		const details = { userFields: entries('field', [{ name: 'x', value: '长'.repeat(500) }]) };
		const { output } = await bench.run({ operation: 'preview', details });
		expect(output[0]?.json).toMatchObject({ action: 'update', explorer: '' });
	});
});
