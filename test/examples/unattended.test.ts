import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useBench } from '../support/bench';
import { startInternet } from './support/internet';
import {
	example,
	filledIn,
	gatewayCredential,
	runExample,
	runExampleIn,
} from './support/runExample';

const bench = useBench();
const credentials = () => gatewayCredential(bench.emulator);

describe("tomorrow's start window", () => {
	let robot: Server;
	let told: unknown[];
	let url: string;

	beforeEach(async () => {
		told = [];
		robot = createServer((request, response) => {
			let text = '';
			request.on('data', (chunk) => (text += String(chunk)));
			request.on('end', () => {
				told.push(JSON.parse(text));
				response.setHeader('content-type', 'application/json').end('{"code":0,"msg":"success"}');
			});
		});
		await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve));
		url = `http://127.0.0.1:${(robot.address() as AddressInfo).port}/hook`;
	});
	afterEach(async () => {
		robot.closeAllConnections();
		await new Promise((resolve) => robot.close(resolve));
	});

	const run = async (tasks: object[]) => {
		const file = await example('start-window-every-evening.json');
		const listed = filledIn(file, 'Tasks and hours', { jsonOutput: JSON.stringify({ tasks }) });
		const { error } = await runExample({
			workflow: filledIn(listed, 'Tell the group', { url }),
			start: 'Every evening at 20:00',
			credentials: credentials(),
		});
		expect(error).toBeUndefined();
	};
	const tomorrow = () =>
		new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(
			Date.now() + 24 * 60 * 60 * 1000,
		);

	test('is set for every task, and nobody is told anything', async () => {
		await run([
			{ taskId: '133224', from: '08:30:00', until: '18:00:00' },
			{ taskId: '133227', from: '10:00:00', until: '20:00:00' },
		]);
		const day = tomorrow();
		expect(bench.sent).toMatchObject([
			{ TaskId: '133224', AutoStartDay: day, AutoStartTime: '08:30:00', AutoStopDay: day },
			{ TaskId: '133227', AutoStartDay: day, AutoStopDay: day, AutoStopTime: '20:00:00' },
		]);
		expect(told).toEqual([]);
	});

	test('goes on after a refused task, and the group is told once which and why', async () => {
		await run([
			{ taskId: '999999', from: '08:30:00', until: '18:00:00' },
			{ taskId: '133227', from: '10:00:00', until: '20:00:00' },
			{ taskId: '133224', from: '25:00', until: '20:00:00' },
		]);
		expect(bench.emulator.journal.map(({ taskId }) => taskId)).toEqual(['133227']);
		expect(told).toEqual([{ msg_type: 'text', content: { text: expect.any(String) } }]);
		const [{ content } = { content: { text: '' } }] = told as Array<{ content: { text: string } }>;
		expect(content.text).toMatch(
			/^Start windows that could not be set:\nTask 999999, item \d: \S.*\n\S[^]*\nTask 133224, item \d: [^]*"25:00"/,
		);
	});
});

test('deals that changed in HubSpot rename their tasks', async () => {
	const deals = ['133224', '', '999999'].map((vms_task_id, index) => ({
		id: String(index),
		properties: { dealname: `Deal ${index}`, dealstage: 'won', vms_task_id },
	}));
	const internet = await startInternet({
		'api.hubapi.com': ({ url }) =>
			url.pathname === '/crm/v3/objects/deals/search' ? { total: 3, results: deals } : undefined,
	});
	const { error, outputs } = await runExampleIn(internet.environment, {
		workflow: await example('crm-hubspot.json'),
		start: 'Every ten minutes',
		credentials: { ...credentials(), hubspotAppToken: { appToken: 'token' } },
	});
	await internet.close();
	expect(error).toBeUndefined();
	expect(bench.emulator.journal.map(({ taskId, after }) => [taskId, after])).toEqual([
		['133224', { Name: 'Deal 0', Description: 'Deal 0, stage won' }],
	]);
	expect([outputs['Updated']?.[0]?.length, outputs['Refused']?.[0]?.length]).toEqual([1, 1]);
});

test('the report says which rows were refused, and why', async () => {
	const { error, outputs } = await runExample({
		workflow: await example('report-refused.json'),
		start: 'Run by hand',
		credentials: credentials(),
	});
	expect(error).toBeUndefined();
	expect(outputs['Updated']?.[0]).toHaveLength(1);
	expect(outputs['Lines']?.[0]).toEqual([
		expect.objectContaining({ task: '133227', 'what is wrong': expect.stringMatching(/"25:00"/) }),
		expect.objectContaining({ task: '999999', 'what to do': expect.stringMatching(/\S/) }),
	]);
	expect(outputs['Report']?.[0]).toHaveLength(1);
});
