import * as fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { refusalsOf, errorsOf, TASK, useBench } from '../support/bench';
import { mapping } from '../support/mapping';
import { inSections, isBuilder, PARAMETERS, type OneParameter } from '../support/parameters';
import { EXAMPLES } from './parameters/vendorPage';
import { entries } from '../support/builders';

const bench = useBench();

const { sentFor, refusalOf } = mapping(bench);

/** Where the text leaves of a value are, and the value with another one in the place of one of them. */
type Put = (text: string) => unknown;
function leavesOf(value: unknown, put: (inner: unknown) => unknown = (inner) => inner): Put[] {
	if (typeof value === 'string') return [put];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		leavesOf(inner, (other) =>
			put(
				Array.isArray(value)
					? value.map((one: unknown, index) => (String(index) === key ? other : one))
					: { ...value, [key]: other },
			),
		),
	);
}

/** A way to give a parameter a text: where it goes, and what that place holds as it should be. */
interface Way {
	parameter: OneParameter;
	how: string;
	as: string;
	run(text: string, options?: INodeParameters): Promise<string[]>;
}

/** Runs the node, and says what reached the wire of the parameter. */
async function wiresOf(api: string, parameters: INodeParameters, item: IDataObject) {
	bench.reset();
	await bench.run(
		{ taskId: TASK.taskId, ...parameters },
		{ items: [item], node: { onError: 'continueRegularOutput' } },
	);
	return bench.sent.flatMap((sent) => (api in sent ? [sent[api] ?? ''] : []));
}

const structureOf = (wire: string): unknown => (/^[[{]/.test(wire) ? JSON.parse(wire) : wire);
const textOf = (put: Put, value: unknown): string => {
	const found: string[] = [];
	const walk = (one: unknown, other: unknown): void => {
		if (typeof one === 'string' && other === MARK) found.push(one);
		else if (typeof one === 'object' && one !== null) {
			for (const [key, inner] of Object.entries(one)) walk(inner, Reflect.get(Object(other), key));
		}
	};
	walk(value, put(MARK));
	return found[0] ?? '';
};
const MARK = '<here>';

function waysOf(parameter: OneParameter): Way[] {
	const { api, name, section, wire, value, cell, beside = {} } = parameter;
	const structure = isBuilder(parameter) ? structureOf(wire) : (cell ?? String(value));
	const mapped = leavesOf(structure).map((put, index): Way => ({
		parameter,
		how: `mapped, text ${index + 1}`,
		as: textOf(put, structure),
		run: async (text, options = {}) =>
			await wiresOf(
				api,
				{ fields: 'mapFromInput', taskId: '', options },
				{
					TaskId: TASK.taskId,
					Concurrency: 0,
					...besideColumns(beside),
					[api]: put(text) as IDataObject,
				},
			),
	}));
	const below = (path: string, held: unknown, how: string): Way[] =>
		leavesOf(held).map((put, index) => ({
			parameter,
			how: `${how}, text ${index + 1}`,
			as: textOf(put, held),
			run: async (text, options = {}) =>
				await wiresOf(
					api,
					{
						...inSections([parameter], () => ({
							...beside,
							[path]: put('={{ $json.text }}') as INodeParameters[string],
						})),
						options,
					},
					{ text },
				),
		}));
	const own = below(name, isBuilder(parameter) ? value : structure, 'set below');
	const twin = isBuilder(parameter)
		? leavesOf(structure).map((put, index): Way => ({
				parameter,
				how: `JSON below, text ${index + 1}`,
				as: textOf(put, structure),
				run: async (text, options = {}) =>
					await wiresOf(
						api,
						{ [section]: { ...beside, [`${name}Json`]: JSON.stringify(put(text)) }, options },
						{},
					),
			}))
		: [];
	return [...mapped, ...own, ...twin];
}

const besideColumns = (beside: INodeParameters): IDataObject =>
	Object.fromEntries(
		Object.entries(beside).map(([name, value]) => [
			name,
			isBuilder({ value } as OneParameter) ? [{ number: '12345', weight: 5 }] : value,
		]),
	) as IDataObject;

const WAYS = PARAMETERS.flatMap(waysOf);
const way = fc.constantFrom(...WAYS);

test('all parameters are tried, each in the ways that it can be given', () => {
	expect(new Set(WAYS.map(({ parameter }) => parameter.api)).size).toBe(EXAMPLES.length);
	expect(WAYS.every(({ as }) => as !== '')).toBe(true);
});

const UNMEANT = [
	...['undefined', 'null', 'NaN', '[object Object]', 'Invalid Date', 'Invalid DateTime', 'None'],
	...['#N/A', '#NAME?', '#REF!', '#VALUE!', '#DIV/0!', '#溢出!', '#####', '{{ $json.name }}'],
	...['任务 undefined', '任务 [object Object]', '第 null 批', '任务 #N/A'],
	...['\ufffd\ufffd\ufffd', '任\ufffd务', '浠诲姟鍚嶇О', 'ä»»åŠ¡', '锟斤拷'],
];

test('no word of a program and no misread text reaches the wire, by whatever way', async () => {
	await fc.assert(
		fc.asyncProperty(way, fc.constantFrom(...UNMEANT), async ({ run }, text) => {
			expect((await run(text)).filter((wire) => wire.includes(text))).toEqual([]);
			expect(bench.sent.some((sent) => JSON.stringify(sent).includes(text))).toBe(false);
		}),
		{ numRuns: 400 },
	);
});

const FORMATS = [
	...['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202c', '\u202d', '\u2060'],
	...['\u2066', '\u2069', '\ufeff', '\u00ad', '\u061c', '\u180e', '\u034f', '\ufe00', '\u3164'],
];
const BLANKS = ['\u00a0', '\u2003', '\u2009', '\u202f', '\u3000', '\u2800'];

test('a character that nobody sees changes nothing of what reaches the wire', async () => {
	await fc.assert(
		fc.asyncProperty(
			way,
			fc.constantFrom(...FORMATS),
			fc.nat(),
			async ({ run, as, parameter: { wire } }, character, at) => {
				const characters = [...as];
				characters.splice(at % (characters.length + 1), 0, character);
				expect(await run(characters.join(''))).toEqual([wire]);
			},
		),
		{ numRuns: 400 },
	);
});

test('nor does an unusual blank at the ends', async () => {
	await fc.assert(
		fc.asyncProperty(way, fc.constantFrom(...BLANKS), async ({ run, as, parameter }, blank) => {
			expect(await run(`${blank}${as} ${blank}`)).toEqual([parameter.wire]);
		}),
		{ numRuns: 200 },
	);
});

describe('what an item is told', () => {
	test.each<[IDataObject, RegExp]>([
		[
			{ 任务名称: 'undefined' },
			/^'Name' \(column "任务名称"\) is "undefined"; that is a program's word/,
		],
		[{ Name: '任务 [object Object]' }, /^'Name' is "任务 \[object Object\]"; .* for an object/],
		[{ 'IVR Name': '#NAME?' }, /^'IVR Name' is "#NAME\?"; that is a spreadsheet's error/],
		[
			{ CustomerClidsGroup: 'null' },
			/^'Number Pool or Navigation' is "null"; that is a program's word/,
		],
		[{ 客户侧提示音: '#N/A' }, /^'Customer Prompt' \(column "客户侧提示音"\) is "#N\/A"; /],
		[{ AgentGroup: '6,None' }, /^'Outbound Groups' entry 2: is "None"; that is a program's word/],
		[
			{ CustomerTimeout: '#DIV/0!' },
			/give a whole number from 5 to 60; that is a spreadsheet's error/,
		],
		[{ AutoStartDay: 'Invalid DateTime' }, /; a date that could not be read was made into a text/],
		[
			{ UserFields: '[{"渠道":"线上"},{"批次":"undefined"}]' },
			/^'User Fields' entry 2, 批次: is "undefined"; /,
		],
		[{ UserFields: [{ undefined: '1' }] }, /^'User Fields' entry 1: is "undefined"; /],
		[
			{ CallVariables: [{ name: 'a', value: '[object Object]' }] },
			/^'Call Variables' entry 1, value: is "\[object Object\]"; /,
		],
		[
			{ Name: '\ufffd\ufffd' },
			/the file was read in another encoding .*'CSV UTF-8'.* Extract From File/,
		],
		[{ TaskId: '133\u00a0224' }, /^'Task ID' is "133‹U\+00A0›224"; give a number/],
		[{ Cnos: '1111\u30002222' }, /has the entry "1111 2222"|"1111‹U\+3000›2222"/],
	])('%j', async (item, message) => {
		expect((await refusalOf(item)).message).toMatch(message);
		expect(bench.sent).toEqual([]);
	});
});

test('the preview refuses what the update refuses', async () => {
	const { output } = await bench.run(
		{ operation: 'preview', fields: 'mapFromInput' },
		{ items: [{ TaskId: '133224', Name: 'null' }] },
	);
	expect(refusalsOf(output)[0]).toContain("a program's word for nothing");
	expect(bench.sent).toEqual([]);
});

test('where checks are off it is sent as it is', async () => {
	const unchecked = { options: { checkValuesBeforeSending: false } };
	for (const Name of ['undefined', '#N/A', '\ufffd\ufffd', '任务 [object Object]']) {
		expect(await sentFor({ Name }, unchecked)).toEqual({ Name });
	}
	const UserFields = '[{"a":"null"}]';
	expect(await sentFor({ UserFields }, unchecked)).toEqual({ UserFields });
});

test('a cell that holds nothing to be seen, an empty list or structure, leaves its field as it is', async () => {
	const nothing = ['\u200b', '\ufeff', '\u00a0\u3000', '[]', ' [ ] '];
	for (const cell of nothing) {
		expect(await sentFor({ Name: cell, Cnos: cell, UserFields: cell, IvrName: 'x' })).toEqual({
			IvrName: 'x',
		});
	}
	expect(await sentFor({ UserFields: [], Cnos: [], IvrName: 'x' })).toEqual({ IvrName: 'x' });
	for (const RetryStrategy of ['{}', ' { } ', {}]) {
		const item = { RetryStrategy, ClidProperty: RetryStrategy, IvrName: 'x' };
		expect(await sentFor(item)).toEqual({ IvrName: 'x' });
	}
	const options = { sendEmptyValues: true };
	for (const UserFields of ['[]', [], '{}', {}]) {
		expect(await sentFor({ UserFields }, { options })).toEqual({ UserFields: '' });
	}
	bench.reset();
	const { output } = await bench.run({
		agents: { callVariablesJson: '[]', callLimitStrategyJson: '{}', cnos: '\u200b' },
		details: { userFields: entries('field', [{ name: '\u200b', value: '\u00a0' }]) },
	});
	expect(errorsOf(output)).toEqual([]);
	expect(bench.sent).toEqual([]);
});
