import type { INodeParameters } from 'n8n-workflow';
import path from 'node:path';
import { packageFolder } from '../../engine/environment';
import { useBench } from '../support/bench';
import { example, filledIn, gatewayCredential, runExample } from './support/runExample';

const bench = useBench();

const run = async (file: string, sheet: string, options: INodeParameters = {}) => {
	const imported = await example(file);
	const reader = { fileSelector: path.join(packageFolder, 'examples', sheet) };
	const preview = imported.nodes.find(({ name }) => name === 'Preview')?.parameters;
	const workflow = filledIn(filledIn(imported, 'Read the sheet', reader), 'Preview', {
		options: { ...(preview?.options as INodeParameters), ...options },
	});
	const reached = await runExample({
		workflow,
		start: 'Run by hand',
		credentials: gatewayCredential(bench.emulator),
	});
	expect(reached.error).toBeUndefined();
	return reached.outputs;
};

const changedTasks = () => bench.emulator.journal.map(({ taskId }) => taskId).sort();

const SHEETS = [
	['update-call-tasks.json', 'call-tasks.csv'],
	['update-call-tasks-excel.json', 'call-tasks.xlsx'],
] as const;

/** Row of the sheet, task, why. */
const REFUSED = [
	[11, '133234', /"25:00"/],
	[12, '133235', /Start Date/],
	[13, '133242', /^\S.{10}/],
	[14, '-', /Task ID/],
	[15, '133244', /'Name'/],
	[16, '999999', /^\S.{10}/],
	[17, '133230', /running/],
	[18, '133226', /ended/],
] as const;

describe.each(SHEETS)('%s over %s', (file, sheet) => {
	test('has one way out for every refusal, with its reason', async () => {
		const outputs = await run(file, sheet);
		const [change = [], leave = [], refuse = []] = outputs['What would happen?'] ?? [];
		expect([change.length, leave.length, outputs['Updated']?.[0]?.length]).toEqual([8, 1, 8]);
		const refused = outputs['Refused']?.[0] ?? [];
		expect(refused.length + change.length + leave.length).toBe(outputs['Rows']?.[0]?.length);
		expect(refuse.length).toBeLessThanOrEqual(refused.length);
		refused.sort((one, other) => Number(one.row) - Number(other.row));
		expect(refused).toEqual(
			REFUSED.map(([row, task, reason]) => ({
				row,
				task,
				reason: expect.stringMatching(reason),
				advice: expect.any(String),
			})),
		);
		expect(changedTasks()).toEqual(
			['133224', '133225', '133227', '133228', '133231', '133233', '133236', '133239'].sort(),
		);
	});

	test('takes the options of the update from the preview', async () => {
		const outputs = await run(file, sheet, { whenTaskIsRunning: 'pauseUpdateResume' });
		expect(changedTasks()).toContain('133230');
		expect(outputs['Updated']?.[0]).toHaveLength(9);
		const tasks = (outputs['Refused']?.[0] ?? []).map(({ task }) => task);
		expect(tasks).not.toContain('133230');
	});
});

test('what the service refuses in the update leaves by the same way', async () => {
	bench.emulator.settings.forceRefusal = {
		action: 'CloudUpdateTask',
		code: 'isv.INVALID_PARAMETERS',
		message: '参数[name]取值不正确',
		httpStatus: 200,
	};
	const outputs = await run('update-call-tasks.json', 'call-tasks.csv');
	const refused = outputs['Refused']?.[0] ?? [];
	expect(refused).toHaveLength(16);
	expect(refused.find(({ task }) => task === '133224')).toMatchObject({
		row: 2,
		reason: expect.stringContaining('参数[name]取值不正确'),
	});
});
