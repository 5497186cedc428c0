import type { INodeParameters } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { inSections, PARAMETERS, type OneParameter } from '../support/parameters';
import { CONTINUE, errorsOf, TASK, detailsOf, useBench } from '../support/bench';
import { actionsOf, answer, change, during, RUNNING, statusOf } from './tasks/scene';
import { entries } from '../support/builders';

const bench = useBench();

const VERIFY = { verifyAfterUpdate: true };
const untaken = (...names: string[]) => (bench.emulator.settings.untakenParameters = names);

test('an update that took is verified', async () => {
	const { output } = await bench.run({
		details: { name: '新 🌸', userFields: entries('field', [{ name: '渠道', value: '2' }]) },
		schedule: { autoStart: 'on', autoStartDay: '2036/12/1', autoStartTime: '8:05' },
		pacing: { quotiety: '0.50' },
		options: VERIFY,
	});
	expect(output[0]?.json).toMatchObject({ Name: '新 🌸', verified: true, notVerified: '' });
	expect(actionsOf(bench)).toEqual(['Update', 'Get']);
});

describe('each parameter', () => {
	const isUnread = ({ api }: OneParameter) => ['CustomerClidsGroup', 'IvrName'].includes(api);
	const ofSections = PARAMETERS.filter(({ section }) => section);

	/** Runs the update, with a task that had another value, as it may fail and as it should be. */
	async function verified(one: OneParameter) {
		const parameters: INodeParameters = inSections([one], ({ name, value, beside }) => ({
			...beside,
			[name]: value,
		}));
		change(bench, { [one.api]: '' }, TASK.taskId);
		untaken(one.api);
		const failed = await bench.run({ ...parameters, options: VERIFY }, { node: CONTINUE });
		untaken();
		const taken = await bench.run({ ...parameters, options: VERIFY });
		return { failed: failed.output, taken: taken.output };
	}

	test.each(ofSections.filter((one) => !isUnread(one)))(
		'$api that took is verified, and one that did not is an error',
		async (one) => {
			const { failed, taken } = await verified(one);
			expect(taken[0]?.json.verified).toBe(true);
			expect(errorsOf(failed)[0]?.message).toContain('did not take');
		},
	);

	test.each(ofSections.filter(isUnread))(
		'$api, which no answer has, is not verified',
		async (one) => {
			const { failed, taken } = await verified(one);
			expect(taken[0]?.json).toMatchObject({ verified: true, notVerified: one.api });
			expect(failed[0]?.json).toMatchObject({ notVerified: one.api });
		},
	);
});

test('a value that did not take is that item’s error, with what the task has instead', async () => {
	untaken('Wrapup', 'Description');
	const parameters = {
		details: { name: 'new', description: '说明' },
		agents: { wrapup: 60 },
		options: VERIFY,
	};
	const error = await bench.failure(parameters);
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error.message).toBe(
		'\'Description\' did not take: the task has "双十一回访：第 1 批客户" instead of "说明". \'Wrap-Up Time\' did not take: the task has 30 instead of 60 [item 0]',
	);
	const { output } = await bench.run(parameters, { node: CONTINUE });
	const update = bench.emulator.requests.findLast(({ action }) => action === 'CloudUpdateTask');
	expect(errorsOf(output)).toMatchObject([{ code: 'OK', requestId: update?.requestId }]);
});

describe('a list', () => {
	const cnos = { agents: { cnos: '2001,0000,2000' }, options: VERIFY };

	test('is taken in any order', async () => {
		bench.emulator.settings.reorderLists = true;
		const { output } = await bench.run(cnos);
		expect(output[0]?.json.verified).toBe(true);
	});

	test('is not, with other entries', async () => {
		untaken('Cnos');
		await bench.run(cnos);
		const error = await bench.failure({ agents: { cnos: '2001,0001' }, options: VERIFY });
		expect(error.message).toMatch(/^'Agent IDs' did not take: the task has "2000,2001,0000"/);
	});
});

/** A value, how the service may spell it, and another one in that spelling. */
const SPELLINGS: Array<[section: string, field: INodeParameters, shown: string, other: string]> = [
	[
		'agents',
		{ callVariablesJson: '[{"name":"a","value":"1"},{"name":"b","value":"2"}]' },
		'[{"b":"2"},{"a":"1"}]',
		'[{"a":"1"},{"b":"3"}]',
	],
	[
		'agents',
		{ callLimitStrategyJson: '[{"cnos":["2001","2000"],"limit":"5"}]' },
		'[{"cnos":["2000","2001"],"limit":5,"used":0}]',
		'[{"cnos":["2000","2001"],"limit":6}]',
	],
	['agents', { cnos: '2001,2000,2000' }, '2000,2001', '2000,2002'],
	[
		'retry',
		{
			retryStrategyJson:
				'{"retry":2,"strategy":[{"round":1,"time":"0-0-59"},{"round":2,"time":"0-2-5"}]}',
		},
		'{"strategy":[{"time":"0-02-05","round":2},{"time":"0-0-59","round":1}],"retry":2}',
		'{"strategy":[{"time":"0-02-06","round":2},{"time":"0-0-59","round":1}],"retry":2}',
	],
	[
		'callerId',
		{
			customerClidsCategory: 1,
			customerClids: '64203667',
			customerClidWeightFlag: true,
			customerClidWeightJson: '[{"number":"64203667,23434294","weight":"5"}]',
		},
		'[{"weight":5,"number":"23434294,64203667"}]',
		'[{"weight":5,"number":"23434294,64203668"}]',
	],
	[
		'pacing',
		{
			callPriorityStrategyJson:
				'{"strategy":[{"sort":1,"type":"retryCall","desc":0},{"sort":2,"type":"firstCall","orderType":2}]}',
		},
		'{"strategy":[{"sort":"2","type":"firstCall","orderType":"2"},{"sort":"1","type":"retryCall","desc":"0"}]}',
		'{"strategy":[{"sort":"2","type":"firstCall","orderType":"1"},{"sort":"1","type":"retryCall","desc":"0"}]}',
	],
	['pacing', { quotiety: 3 }, '3.00', '3.01'],
	['callHandling', { ivrId: '13' }, '013', '130'],
	['details', { description: 'a\nb ' }, 'a\r\nb', 'a b'],
	['schedule', { autoStartTime: '9:00' }, '9:00', '09:00:01'],
	['schedule', { autoStartDay: '2036-12-01' }, '2036-12-01 00:00:00', '2036-12-02 00:00:00'],
	['schedule', { timeStrategy: '22,9' }, '9,22', '9,23'],
];

test.each(SPELLINGS)(
	'%s %j is the same as %s, everywhere',
	async (section, field, shown, other) => {
		const fieldName = Object.keys(field).at(-1)?.replace(/Json$/, '') ?? '';
		const api = fieldName.charAt(0).toUpperCase() + fieldName.slice(1);
		const parameters = { [section]: field };
		const changesOf = async () => {
			const { output } = await bench.run({ ...parameters, operation: 'preview' });
			return detailsOf(output[0]).changes.filter((change) => change.field === api);
		};
		bench.emulator.settings.shownAs = { [api]: shown };
		expect((await bench.run({ ...parameters, options: VERIFY })).output[0]?.json.verified).toBe(
			true,
		);
		expect(await changesOf()).toEqual([]);
		bench.emulator.requests.length = 0;
		await bench.run({ ...parameters, options: { onlySendWhatDiffers: true } });
		expect(actionsOf(bench)).not.toContain('Update');
		bench.emulator.settings.shownAs = { [api]: other };
		const { message } = await bench.failure({ ...parameters, options: VERIFY });
		expect(message).toContain('did not take');
		expect(await changesOf()).toHaveLength(1);
	},
);

test('an automatic task that ignores what is for predictive ones is told', async () => {
	bench.emulator.settings.predictiveOnly = 'ignore';
	const parameters = { taskId: '133225', agents: { wrapup: 77 }, options: VERIFY };
	expect((await bench.failure(parameters)).message).toMatch(/^'Wrap-Up Time' did not take/);
});

test.each(['clear', 'ignore'] as const)(
	'nothing proves that an emptied field took (empty values: %s)',
	async (emptyValue) => {
		bench.emulator.settings.emptyValue = emptyValue;
		const { output } = await bench.run({
			details: { description: '' },
			callHandling: { customerTimeout: '' },
			options: { ...VERIFY, sendEmptyValues: true },
		});
		const notVerified = emptyValue === 'clear' ? 'CustomerTimeout' : 'Description, CustomerTimeout';
		expect(output[0]?.json).toMatchObject({ verified: true, notVerified });
	},
);

test('a read that fails says that the update was made', async () => {
	bench.emulator.failNext({ kind: 'internalError', action: 'CloudGetTask' });
	const error = await bench.failure({ details: { name: 'new' }, options: VERIFY });
	expect(error.message).toMatch(/^The update was answered with OK, but could not be verified: /);
	expect(bench.emulator.store.find(TASK.enterpriseId, TASK.taskId)?.Name).toBe('new');
});

test.each(['CloudUpdateTask', 'CloudGetTask'])(
	'an execution stopped at %s never says that nothing was sent',
	async (action) => {
		const stop = new AbortController();
		void during(bench, action, () => stop.abort());
		const { output } = await bench.run(
			{ details: { name: 'new' }, options: { ...VERIFY, requestsPerSecond: 20 } },
			{ signal: stop.signal, node: CONTINUE },
		);
		const [error] = errorsOf(output);
		expect(error?.message).toMatch(/The execution was stopped/);
		expect(error?.description).not.toMatch(/Nothing was sent/);
	},
);

test('a stop between update and read says that the update was made', async () => {
	const stop = new AbortController();
	// The read waits for its turn.
	const options = { ...VERIFY, requestsPerSecond: 0.4 };
	void answer(bench, 'CloudUpdateTask').then(() => stop.abort());
	const { output } = await bench.run(
		{ details: { name: 'new' }, options },
		{ signal: stop.signal, node: CONTINUE },
	);
	expect(errorsOf(output)[0]?.message).toBe(
		'The update was answered with OK, but could not be verified: The execution was stopped [item 0]',
	);
	expect(actionsOf(bench)).toEqual(['Update']);
});

test('a running task that was paused for it is read once it runs again', async () => {
	const options = { ...VERIFY, whenTaskIsRunning: 'pauseUpdateResume' };
	const parameters = { taskId: RUNNING, details: { name: 'new' }, options };
	const { output } = await bench.run(parameters);
	expect(output[0]?.json).toMatchObject({ resumed: true, verified: true, Status: 1 });
	untaken('Name');
	const error = await bench.failure({ ...parameters, details: { name: 'newer' } });
	expect(error.message).toMatch(/^'Name' did not take/);
	expect(error.description).toMatch(/The task was paused for this and is running again\. <a href=/);
	expect(statusOf(bench)).toBe('1');
});

test('many are read back one by one, or by shared lists where only those tell', async () => {
	const items = bench.emulator.store
		.list(TASK.enterpriseId)
		.filter(({ Status, Type }) => Status === '0' && Type === '1')
		.map(({ Id }) => ({ id: Id }));
	const run = async (more: INodeParameters) => {
		bench.emulator.requests.length = 0;
		await bench.run({ taskId: '={{ $json.id }}', ...more, options: VERIFY }, { items });
		return actionsOf(bench);
	};
	expect((await run({ details: { name: 'x' } })).filter((one) => one === 'Get')).toHaveLength(
		items.length,
	);
	bench.emulator.settings.latencyMs = { min: 2, max: 10 };
	const listed = await run({ callHandling: { callRouteStrategy: 2 } });
	expect(listed.filter((one) => one === 'Query').length).toBeLessThan(items.length * 2);
	expect(listed).not.toContain('Get');
});
