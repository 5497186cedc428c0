import { issueOf, reading, sent } from '../catalogue';

test.each<[string, unknown, string]>([
	['AnswerRate', '35%', '35'],
	['AnswerRate', ' 35 % ', '35'],
	['AnswerRate', '１００％', '100'],
	['AnswerRate', '1%', '1'],
	['AnswerRate', 35, '35'],
	['PredictAdjust', '120%', '120'],
	['PredictAdjust', 120, '120'],
	['Quotiety', '0.33%', '0.33'],
	['Quotiety', 0.33, '0.33'],
	['Quotiety', 1, '1'],
])('%s %j is %s percent', (api, value, wire) => {
	expect(reading(api, value)).toEqual({ value: Number(wire), wire });
});

test.each<[string, unknown, number]>([
	['AnswerRate', 1, 100],
	['AnswerRate', '1', 100],
	['AnswerRate', 1.0, 100],
	['Quotiety', 0.03, 3],
	['Quotiety', 0.2, 20],
	['Quotiety', 0.07, 7],
])('%s %j is taken as it is, and may be %d percent', (api, value, percentage) => {
	expect(reading(api, value)).toEqual({
		value: Number(value),
		wire: String(Number(value)),
		percentage,
		warning: `is ${JSON.stringify(value)}, which means ${Number(value)} %; a spreadsheet's cell of ${percentage} % arrives as ${Number(value)}`,
	});
});

test.each<[string, number, number]>([
	['AnswerRate', 0.5, 50],
	['AnswerRate', 0.355, 35.5],
	['AnswerRate', 0.07, 7],
	['PredictAdjust', 1, 100],
	['PredictAdjust', 1.2, 120],
	['PredictAdjust', 0.5, 50],
	['PredictAdjust', 4, 400],
	['Quotiety', 0.005, 0.5],
])('%s %d is refused, and was a cell of %d %%', (api, value, percentage) => {
	expect(issueOf(api, value)).toMatch(
		new RegExp(
			`^is ${value}; give .+; a spreadsheet's cell of ${percentage} % arrives as ${value}: give percent, not a fraction$`,
		),
	);
});

test.each<[string, unknown]>([
	['AnswerRate', 0],
	['AnswerRate', 1.5],
	['AnswerRate', 101],
	['PredictAdjust', 5],
	['PredictAdjust', 0.4],
	['Quotiety', 21],
	['Quotiety', -1],
	['AnswerRate', 'half'],
	['AnswerRate', true],
	['AnswerRate', {}],
])('%s %j is wrong by itself', (api, value) => {
	expect(issueOf(api, value)).toMatch(/^is .+; give [^;]+$/);
});

test.each(['%', '101%', '3.5%', '35%%', '35%x', 'x%'])('%j is refused as it was typed', (value) => {
	expect(issueOf('AnswerRate', value)).toContain(
		`is ${JSON.stringify(value)}; give a whole number`,
	);
});

test('only what counts in percent takes the sign', () => {
	expect(sent('CustomerTimeout', '30%')).toContain('refused');
});
