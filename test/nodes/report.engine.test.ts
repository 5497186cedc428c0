import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { operations } from '../../nodes/AlibabaCloudVms/operations';
import { CONTINUE, TASK, useBench, type RunOptions } from '../support/bench';
import { change } from './tasks/scene';

const bench = useBench();

/** Far ahead, so that no test hangs on the day on which it is run. */
const DECEMBER = {
	AutoStart: '1',
	AutoStartDay: '2030-12-01',
	AutoStartTime: '08:00:00',
	AutoStop: '0',
	AutoTaskType: '1',
	AutoTriggerTimeStrategy: '9',
	TimeStrategy: '',
};
const LATE = { schedule: { autoTaskType: 1, autoTriggerTimeStrategy: '9,23' } };

function arrange(): void {
	const { timeConditions } = bench.emulator.store;
	timeConditions.clear();
	const weekly = { EnterpriseId: TASK.enterpriseId, DayOfWeek: '2,3,4,5,6' };
	timeConditions.put({ ...weekly, Id: '9', StartTime: '09:00', EndTime: '12:00' });
	timeConditions.put({ ...weekly, Id: '23', StartTime: '20:00', EndTime: '22:00' });
	change(bench, DECEMBER, '133224');
}

beforeEach(arrange);

const run = async (
	{ options, ...parameters }: INodeParameters,
	more: RunOptions = {},
): Promise<INodeExecutionData[]> => {
	const { output } = await bench.run(
		{ ...parameters, options: { attachReport: true, ...(options as INodeParameters) } },
		{ node: CONTINUE, ...more },
	);
	return output;
};

const pageIn = ({ binary }: INodeExecutionData = { json: {} }): string =>
	Buffer.from(binary?.report?.data ?? '', 'base64').toString();
const reportsIn = (output: readonly INodeExecutionData[]) =>
	output.map(({ binary }) => Object.keys(binary ?? {}));
const asked = () => bench.emulator.requests.map(({ action }) => action.replace(/^Cloud/, ''));

test('a preview gives the page on its first item alone, wrong rows and calls in it', async () => {
	const items = [{ s: 90 }, { s: 30 }, { s: 31 }];
	const output = await run(
		{ operation: 'preview', callHandling: { customerTimeout: '={{ $json.s }}' }, ...LATE },
		{ items },
	);
	expect(reportsIn(output)).toEqual([['report'], [], []]);
	expect(output[0]?.binary?.report).toMatchObject({
		mimeType: 'text/html',
		fileType: 'html',
		fileName: expect.stringMatching(/^preview-\d{4}-\d\d-\d\d-\d{4}\.html$/),
	});
	const page = pageIn(output[0]);
	for (const said of [
		'<h1>Preview of changes to call tasks</h1>',
		'&#39;Customer Timeout&#39; is 90; give a whole number from 5 to 60',
		'Customer Timeout <span>30 → 31</span>',
		'<use class="n o" ',
		'Mon to Fri 09:00 to 12:00 and 20:00 to 22:00, from 2 December 2030, without an end',
		'This version of the node does not know the holidays of 2030 yet.',
	]) {
		expect(page).toContain(said);
	}
});

test('without the option nothing is added, and an update asks for no more than before', async () => {
	const plain = await run({ details: { name: 'x' }, options: { attachReport: false } });
	expect(reportsIn(plain)).toEqual([[]]);
	expect(asked()).toEqual(['UpdateTask']);
});

test('an update looks at the calls for it, and gives the same columns', async () => {
	const [without] = await run({ ...LATE, options: { attachReport: false } });
	bench.reset();
	arrange();
	const [item] = await run(LATE);
	expect(asked()).toEqual(['GetTask', 'ListEnterpriseTime', 'UpdateTask']);
	expect(Object.keys(item?.json ?? {})).toEqual(Object.keys(without?.json ?? {}));
	expect(item?.json).toMatchObject({ action: 'updated', warnings: '' });
	const page = pageIn(item);
	expect(page).toContain('<h1>Changes to call tasks</h1>');
	expect(page).toContain('<b>Before: </b>Mon to Fri 09:00 to 12:00, from 2 December 2030');
	// Nobody set calling hours.
	expect(page).not.toContain('Your calling hours');
	expect(page).not.toContain('<use class="n o" ');
});

test('a refused row carries the page too, with what it wanted of the calls', async () => {
	const output = await run(
		{ taskId: '={{ $json.id }}', ...LATE, options: { callingHours: 'refuse' } },
		{ items: [{ id: '133224' }, { id: '999' }] },
	);
	expect(reportsIn(output)).toEqual([['report'], []]);
	expect(output[0]?.json).toHaveProperty('error');
	const page = pageIn(output[0]);
	expect(page).toContain('outside of your calling hours (09:00 to 21:00)');
	expect(page).toContain('<b>As wanted: </b>Mon to Fri 09:00 to 12:00 and 20:00 to 22:00');
	expect(page).toMatch(/<th scope=row><i>Name not known<\/i><small>999 /);
	expect(page).toMatch(/<th scope=row>双十一回访<small>133224 /);
	expect(page).toContain('Calling Times <span>9 → 9,23</span>');
	expect(page).toContain('<dt>Refused</dt><dd>2</dd>');
});

test('what may have been applied is told apart', async () => {
	bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudUpdateTask' });
	const output = await run({ details: { name: 'x' } });
	expect(pageIn(output[0])).toContain('<dt>Not clear: may have been applied</dt><dd>1</dd>');
});

test('in Chinese, as an expression may say', async () => {
	const [item] = await run({
		operation: 'preview',
		callHandling: { customerTimeout: 30 },
		options: { reportLanguage: '={{ "zh" }}' },
	});
	expect(pageIn(item)).toContain('<h1>外呼任务变更预览</h1>');
	expect(pageIn(item)).toMatch(/客户超时时间 <span>\S+ → 30<\/span>/);
});

test.each([
	['start', {}, 'Started'],
	['pause', { taskId: '133230' }, 'Paused'],
	['delete', { options: {} }, 'Deleted'],
	['importNumbers', { numbers: 'set', tel: '13800000000', options: { exactBatchName: true } }, ''],
])('of the operation %s', async (operation, parameters, word) => {
	const [item] = await run({ operation, ...parameters });
	expect(Object.keys(item?.binary ?? {})).toEqual(['report']);
	expect(pageIn(item)).toContain(word);
});

test('a new task is drawn as it will call', async () => {
	const [item] = await run({
		operation: 'create',
		name: 'New',
		...LATE,
	});
	expect(Object.keys(item?.binary ?? {})).toEqual(['report']);
});

test('whatever changes something offers it, and the preview', () => {
	const offering = operations.filter(({ options }) => 'attachReport' in options);
	const changing = operations.filter(({ deeds }) =>
		Object.values(deeds).some((one) => one.isChange),
	);
	expect(offering.map(({ option }) => option.value)).toEqual([
		'preview',
		...changing.map(({ option }) => option.value).filter((name) => name !== 'customApiCall'),
	]);
	expect(offering.every(({ options }) => 'reportLanguage' in options)).toBe(true);
});
