import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { valueIn } from '../../../nodes/AlibabaCloudVms/input/locator';
import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { choicesOf } from '../../../nodes/AlibabaCloudVms/parameters/words';
import { PARAMETERS } from '../../support/parameters';
import { fromBuilder } from '../../../nodes/AlibabaCloudVms/input/builder';
import { rowOf, sent } from './catalogue';
import {
	CHOICES,
	DEFAULTS,
	DEFAULTS_IN_WORDS,
	EXAMPLES,
	FLAGS,
	INNER_CHOICES,
	JSON_PARAMETERS,
	RANGES,
} from './vendorPage';

const { identity, rows, sections } = callTask;

test('every parameter of the vendor page is there exactly once', () => {
	expect(rows.map(({ api }) => api).sort()).toEqual(EXAMPLES.map(([api]) => api).sort());
});

test('each stands in its section, the task and its enterprise in none', () => {
	const places = [
		...identity.map((row) => [row.property.name, '']),
		...sections.flatMap(({ property, rows: own }) =>
			own.map((row) => [row.property.name, property.name]),
		),
	];
	expect(Object.fromEntries(places)).toEqual(
		Object.fromEntries(PARAMETERS.map(({ name, section }) => [name, section])),
	);
	expect(places).toHaveLength(EXAMPLES.length);
	expect(sections.map(({ property }) => property.name)).toEqual([
		'details',
		'schedule',
		'retry',
		'callerId',
		'callHandling',
		'agents',
		'pacing',
	]);
});

test('no section is a parameter of the API, and all start without fields', () => {
	for (const { property } of sections) {
		expect(property).toMatchObject({ type: 'collection', default: {} });
		expect(property.placeholder).toMatch(/^Add /);
		expect(rows.map((row) => row.property.name)).not.toContain(property.name);
	}
});

describe.each(rows)('$api', ({ api, zh, zhNote, condition, property }) => {
	test('has the name of the API in camelCase', () => {
		expect(property.name).toBe(api.charAt(0).toLowerCase() + api.slice(1));
	});

	test('has a label in Chinese and a description in English', () => {
		expect(zh).toMatch(/^\p{Script=Han}[\p{Script=Han} ID]+$/u);
		expect(property.description).toMatch(/^[A-Z]/);
		expect(property.description).not.toMatch(/\p{Script=Han}/u);
	});

	test('explains itself in Chinese, in the words of this page', () => {
		expect(zhNote).toMatch(/\p{Script=Han}{2}.*[^。]$/u);
		expect(zhNote).not.toMatch(/保持不变|预测式|坐席|应答|\p{Script=Han}[,;:?]/u);
		expect(condition?.zh ?? zhNote).toMatch(/\p{Script=Han}{2}.*[^。]$/u);
	});

	test('has a label in Title Case', () => {
		const small = /^(a|an|and|at|by|of|or|the|to|in)$/;
		const words = property.displayName.split(/[\s-]/);
		expect(words.filter((word) => !/^[A-Z]/.test(word) && !small.test(word))).toEqual([]);
	});

	test('has a default that is sent as it stands, or none', () => {
		if (String(valueIn(property.default)) === '') return;
		// Builders are looked at by themselves.
		if (JSON_PARAMETERS.includes(api)) return;
		expect(sent(api, property.default)).toMatch(/^\d+$/);
	});
});

test.each<[string, string]>([
	['RetryStrategy', '{"retry":1,"strategy":[{"round":1,"time":"0-0-5"}]}'],
	[
		'CallPriorityStrategy',
		'{"strategy":[{"sort":1,"type":"retryCall","desc":0},{"sort":2,"type":"firstCall","orderType":0}]}',
	],
	['UserFields', ''],
	['CallVariables', ''],
	['CallLimitStrategy', ''],
	['CustomerClidWeight', "has nothing in Weight 1, 'Numbers'"],
	['ClidProperty', "has nothing in 'Default Area Code'"],
])(
	'the builder of %s opens with one entry, which is sent or asks to be filled in',
	(api, opens) => {
		const row = rowOf(api);
		const read = fromBuilder(row, row.property.default);
		expect('problem' in read ? read.problem : read.value && sent(api, read.value)).toBe(opens);
	},
);

test.each(DEFAULTS)('%s starts with the documented default, %s', (api, documented) => {
	const row = rows.find((one) => one.api === api);
	expect(sent(api, row?.property.default)).toBe(documented);
});

test('the rows name the documented defaults, and no others', () => {
	const told = rows.flatMap(({ api, vendorDefault }) =>
		vendorDefault === undefined || typeof vendorDefault === 'object'
			? []
			: [[api, String(Number(vendorDefault))]],
	);
	expect(Object.fromEntries(told)).toEqual(Object.fromEntries(DEFAULTS));
	const inWords = rows.flatMap(({ api, vendorDefault }) =>
		typeof vendorDefault === 'object' ? [api] : [],
	);
	expect(inWords.sort()).toEqual([...DEFAULTS_IN_WORDS].sort());
});

test('a field without a documented default starts empty, or with a choice', () => {
	const invented = rows.filter(
		({ vendorDefault, property: { type, default: start } }) =>
			vendorDefault === undefined &&
			!['options', 'fixedCollection'].includes(type) &&
			String(valueIn(start)) !== '',
	);
	expect(invented.map(({ api }) => api)).toEqual([]);
});

test('only the task is required in the editor', () => {
	expect(rows.filter(({ property }) => property.required).map(({ api }) => api)).toEqual([
		'TaskId',
	]);
});

describe('the kinds of fields', () => {
	const ofType = (type: string) =>
		rows.filter(({ property }) => property.type === type).map(({ api }) => api);

	test('what is on or off is a toggle', () => {
		expect(ofType('boolean').sort()).toEqual([...FLAGS].sort());
	});

	test('what has a few values is a dropdown of numbers', () => {
		const listed = rows.flatMap(({ api, offers }) => (offers ? [api] : []));
		expect(
			ofType('options')
				.filter((api) => !listed.includes(api))
				.sort(),
		).toEqual(CHOICES.map(([api]) => api).sort());
		const choices = rows.flatMap(({ property }) => choicesOf(property));
		const values = choices.filter(({ value }) => typeof value === 'number');
		expect(values.length).toBe(CHOICES.flatMap(([, accepted]) => accepted).length);
	});

	test.each(CHOICES)('%s offers %j and nothing else', (api, accepted) => {
		expect(valuesOf(rows.find((row) => row.api === api)?.property)).toEqual(accepted);
	});

	test('what is counted is a number, never a text', () => {
		expect(ofType('number').sort()).toEqual(
			[...RANGES.map(([api]) => api), 'Concurrency', 'Quotiety'].sort(),
		);
	});

	test('what is JSON is a builder', () => {
		expect(ofType('fixedCollection').sort()).toEqual([...JSON_PARAMETERS].sort());
		expect(rows.filter(({ structured }) => structured).map(({ api }) => api)).toEqual(
			ofType('fixedCollection'),
		);
	});

	test('what names things of the call center offers them: several where it takes several', () => {
		const offered = rows.flatMap(({ api, offers, property: { type } }) =>
			offers ? [[api, [offers, type]]] : [],
		);
		expect(Object.fromEntries(offered)).toEqual({
			AutoTriggerTimeStrategy: ['timeConditions', 'multiOptions'],
			TimeStrategy: ['timeConditions', 'multiOptions'],
			Cnos: ['agents', 'multiOptions'],
			AgentGroup: ['agentGroups', 'multiOptions'],
			IvrId: ['ivrs', 'options'],
		});
	});

	test('days are picked without a time', () => {
		expect(ofType('dateTime')).toEqual(['AutoStartDay', 'AutoStopDay']);
		for (const { property } of rows.filter((row) => row.property.type === 'dateTime')) {
			expect(property.typeOptions).toEqual({ dateOnly: true });
		}
	});
});

/** The values that a field offers, in their order by size. */
const valuesOf = (property?: INodeProperties) =>
	choicesOf(property ?? { displayName: '', name: '', type: 'options', default: '' })
		.map(({ value }) => value)
		.sort((one, other) => Number(one) - Number(other));

describe('what the builders show', () => {
	const fields = (properties: readonly INodeProperties[]): INodeProperties[] =>
		properties.flatMap((property) => [
			property,
			...(property.options ?? [])
				.filter((option): option is INodePropertyCollection => 'values' in option)
				.flatMap((group) => fields(group.values)),
		]);
	const all = fields(rows.map(({ property }) => property));

	test.each(INNER_CHOICES)('%s: %s offers %j and nothing else', (api, field, accepted) => {
		const row = rows.find((one) => one.api === api);
		const found = fields(row ? [row.property] : []).filter(({ name }) => name === field);
		expect(found.map(valuesOf)).toEqual([accepted]);
	});

	test('every text field has an example, every list a button', () => {
		const shown = (kind: string) =>
			all.flatMap(({ type, placeholder, name }) => (type === kind ? [[name, placeholder]] : []));
		const EXAMPLE = expect.stringMatching(/^e\.g\. ./);
		const BUTTON = expect.stringMatching(/^(Add|Set) [A-Z]/);
		expect(shown('string')).toEqual(shown('string').map(([name]) => [name, EXAMPLE]));
		expect(shown('fixedCollection')).toEqual(
			shown('fixedCollection').map(([name]) => [name, BUTTON]),
		);
	});

	test('every field explains itself', () => {
		for (const { description, name } of all) {
			expect([name, description]).toEqual([name, expect.stringMatching(/^[A-Z].{8,}/)]);
		}
	});

	test('every default of a number in a builder is in its range', () => {
		for (const { type, typeOptions = {}, default: value } of all) {
			if (type !== 'number') continue;
			expect(Number(value)).toBeGreaterThanOrEqual(typeOptions.minValue ?? 0);
			expect(Number(value)).toBeLessThanOrEqual(typeOptions.maxValue ?? Number(value));
		}
	});
});
