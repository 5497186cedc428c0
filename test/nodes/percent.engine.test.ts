import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	errorsOf,
	refusalsOf,
	withoutIdentity,
	detailsOf,
	useBench,
	type RunOptions,
} from '../support/bench';
import { mapping } from '../support/mapping';

const bench = useBench();

const { map } = mapping(bench);
const ON_ERROR: RunOptions = { node: { onError: 'continueRegularOutput' } };
const MEANS_1 =
	"'Initial Expected Answer Rate' is 1, which means 1 %; a spreadsheet's cell of 100 % arrives as 1";
const SPEAKS =
	/is 1, and its column speaks of percent, where a spreadsheet keeps 100 % as 1; give 100, or "1%" if that is meant/;

const row = (more: IDataObject): IDataObject => ({ TaskId: '133224', ...more });
const changes = () => bench.sent.filter((sent) => 'Name' in sent).map(withoutIdentity);

describe.each(['update', 'preview'])('with operation %s', (operation) => {
	test('1 alone is sent as 1 percent, with a warning', async () => {
		const { output } = await map([row({ AnswerRate: 1 })], { operation });
		expect(detailsOf(output[0]).warnings).toContain(MEANS_1);
	});

	test.each<[string, IDataObject[]]>([
		['its header speaks of percent', [{ 'Initial Expected Answer Rate (%)': 1 }]],
		['its header speaks of percent in Chinese', [{ '初始化预计客户接通率％': 1 }]],
		['another cell of its column is a fraction', [{ AnswerRate: 1 }, { AnswerRate: 0.35 }]],
		['another cell of its column has the sign', [{ AnswerRate: 1 }, { AnswerRate: '35%' }]],
		['a column beside it has fractions', [{ AnswerRate: 1, PredictAdjust: 1.2 }]],
	])('1 is refused where %s', async (_why, items) => {
		const { output } = await map(items.map(row), { operation }, ON_ERROR);
		expect(refusalsOf(output)[0]).toMatch(SPEAKS);
		expect(bench.sent.some((sent) => sent.AnswerRate === '1')).toBe(false);
	});

	test('1% is 1 percent, whatever the column speaks of', async () => {
		const { output } = await map(
			[row({ 'Initial Expected Answer Rate (%)': '1%' })],
			{ operation },
			ON_ERROR,
		);
		expect(refusalsOf(output)).toEqual([]);
		expect(detailsOf(output[0]).warnings).not.toContainEqual(expect.stringContaining('arrives'));
	});
});

describe('a column that is dragged into the field', () => {
	const below = (expression: string): INodeParameters => ({
		details: { name: 'x' },
		pacing: { answerRate: `={{ ${expression} }}` },
	});

	test.each<[string, IDataObject[]]>([
		["$json['接通率（%）']", [{ '接通率（%）': 1 }]],
		['$json.rate', [{ rate: 1 }, { rate: 0.5 }]],
		['$json.body.percent', [{ body: { percent: 1 } }]],
	])('%s is held against its header and its cells', async (expression, items) => {
		const { output } = await bench.run(below(expression), { items, ...ON_ERROR });
		expect(String(errorsOf(output)[0]?.message)).toMatch(SPEAKS);
		expect(changes()).toEqual([]);
	});

	test.each<[string, IDataObject[]]>([
		['$json.rate', [{ rate: 1 }]],
		['$json.rate % 100', [{ rate: 1 }]],
		['$json.rate', [{ rate: 1 }, { rate: 50 }]],
	])('%s of %j is sent with a warning', async (expression, items) => {
		const { output } = await bench.run(below(expression), { items });
		expect(detailsOf(output[0]).warnings).toContain(MEANS_1);
		expect(changes()[0]).toEqual({ Name: 'x', AnswerRate: '1' });
	});
});

test('the object whose keys are mapped may be a part of the item', async () => {
	const items = [{ body: { ...row({ AnswerRate: 1 }) } }, { body: row({ AnswerRate: 0.4 }) }];
	const { output } = await map(items, { fieldsObject: '={{ $json.body }}' }, ON_ERROR);
	expect(errorsOf(output).map(({ message }) => String(message))).toEqual([
		expect.stringMatching(SPEAKS),
		expect.stringContaining('cell of 40 % arrives as 0.4: give percent, not a fraction'),
	]);
});

test('where checks are off it is sent as it is', async () => {
	const options = { checkValuesBeforeSending: false };
	await map([row({ 'Initial Expected Answer Rate (%)': 1 })], { options });
	expect(bench.changes).toEqual({ AnswerRate: '1' });
});
