import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import {
	collectionOf,
	propertiesOf,
	twinName,
} from '../../../nodes/AlibabaCloudVms/parameters/properties';
import { AlibabaCloudVms } from '../../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { pages } from '../../../scripts/pages';
import { rowOf, sent } from './catalogue';
import { JSON_PARAMETERS } from './vendorPage';

const { identity, rows, sections } = callTask;

test.each(rows)('the tooltip of $api ends with its names in the vendor page', (row) => {
	for (const { description } of propertiesOf(row)) {
		expect(description?.endsWith(` (${row.api}, ${row.zh})`)).toBe(true);
		expect(description).toMatch(/^[A-Z].*\. \([A-Za-z]+, .+\)$/su);
		expect(description).not.toContain('..');
	}
});

test.each([
	['CustomerTimeout', 'A whole number from 5 to 60, in seconds'],
	['Wrapup', 'A whole number from 1 to 10800, in seconds'],
	['Concurrency', 'A whole number, 0 or more'],
	['Quotiety', 'A number with at most 2 decimals from 0.01 to 20, in percent'],
])('under the field %s stands its range', (api, range) => {
	expect(propertiesOf(rowOf(api))[0]?.hint).toBe(range);
});

test('no number stands in its field with decimals that nobody typed: 30.000', () => {
	const texts = JSON.stringify(new AlibabaCloudVms().description.properties);
	const precisions = [...texts.matchAll(/"numberPrecision":(\d+)/g)].map(([, digits]) => digits);
	expect(new Set(precisions)).toEqual(new Set(['0']));
});

test('under the numbers of builders stand theirs', () => {
	const hints = [...JSON.stringify(rows.flatMap(propertiesOf)).matchAll(/"hint":"([^"]*)"/g)];
	expect(hints.map(([, hint]) => hint)).toContain('A whole number, 1 or more');
});

test.each([
	['CustomerTimeout', 'By default: 30 seconds.'],
	['Quotiety', 'By default: 1 %.'],
	['MinAvailableAgentCount', 'By default: 10.'],
	['AutoStart', 'By default: off.'],
	['IsRewarm', 'By default: on.'],
	['CallStrategy', 'By default: At Random.'],
	['CustomerMoh', 'By default: silence.'],
	['AutoStartTime', 'By default: 00:00:00 of the start date.'],
])('the tooltip of %s says its default', (api, words) => {
	expect(propertiesOf(rowOf(api))[0]?.description).toContain(words);
});

test.each(['Concurrency', 'Name', 'CustomerClidsCategory', 'RetryStrategy'])(
	'the tooltip of %s names no default, since the page has none',
	(api) => {
		expect(propertiesOf(rowOf(api))[0]?.description).not.toContain('default:');
	},
);

test.each(rows.filter(({ structured }) => structured))(
	'the keys of $api are those of its examples',
	({ structured: { example = '', advanced = '', keys = [] } = {} }) => {
		const pathsIn = (value: unknown, at: string): string[] => {
			if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, `${at}[]`));
			if (typeof value !== 'object' || value === null) return [at];
			return Object.entries(value).flatMap(([key, one]) => pathsIn(one, `${at}.${key}`));
		};
		const shown = [example, advanced]
			.flatMap((text) => pathsIn(JSON.parse(text), ''))
			.map((path) => path.replace(/^\./, ''));
		for (const { key } of keys) {
			expect(shown.some((path) => path.startsWith(key))).toBe(true);
		}
	},
);

test('each of the seven builders has a twin for JSON beside it, and nothing else has', () => {
	const withTwin = rows.filter((row) => propertiesOf(row).length === 2);
	expect(withTwin.map(({ api }) => api).sort()).toEqual([...JSON_PARAMETERS].sort());
});

test.each(JSON_PARAMETERS)('the twin of %s is shown where its builder is', (api) => {
	const row = rowOf(api);
	const [builder, twin] = propertiesOf(row);
	expect(twin).toMatchObject({
		displayName: `${row.property.displayName} (JSON)`,
		name: `${row.property.name}Json`,
		type: 'json',
		default: '',
	});
	expect(twin?.displayOptions).toEqual(builder?.displayOptions);
});

test.each(JSON_PARAMETERS)('the examples of %s are values that are accepted', (api) => {
	const { example, advanced } = rowOf(api).structured ?? {};
	expect([example, advanced].map((one) => sent(api, one))).toEqual([example, advanced]);
	const twin = propertiesOf(rowOf(api))[1];
	expect(twin?.placeholder).toBe(example);
	expect(twin?.description).toContain(example);
});

test('no two fields of the node have the same label or name', () => {
	const shown = [...identity.flatMap(propertiesOf), ...sections.map(collectionOf)];
	const inside = sections.flatMap((section) => section.rows.flatMap(propertiesOf));
	const all = [...shown, ...inside];
	expect(new Set(all.map(({ displayName }) => displayName)).size).toBe(all.length);
	expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

test('a collection offers its fields in the order of the catalogue', () => {
	for (const section of sections) {
		const names = section.rows.flatMap((row) =>
			row.structured ? [row.property.name, twinName(row)] : [row.property.name],
		);
		// What narrows down its lists stands last.
		if (section.property.name === 'agents') names.push('findInLists');
		expect(collectionOf(section).options?.map(({ name }) => name)).toEqual(names);
	}
});

describe('display rules', () => {
	const hidden = sections.flatMap((section) =>
		section.rows
			.filter(({ property }) => property.displayOptions)
			.map((row) => ({ api: row.api, row, section })),
	);

	test('depend on the fields that the vendor page names', () => {
		const controllers = hidden.map(({ api, row }) => [
			api,
			Object.keys(row.property.displayOptions?.hide ?? {}),
		]);
		expect(Object.fromEntries(controllers)).toEqual({
			AutoStartDay: ['autoStart'],
			AutoStartTime: ['autoStart'],
			AutoStopDay: ['autoStop'],
			AutoStopTime: ['autoStop'],
			ForceEndFlag: ['autoStop'],
			AutoTriggerTimeStrategy: ['autoTaskType'],
			RetryStrategyTimeType: ['retryStrategy'],
			CustomerClids: ['customerClidsCategory'],
			CustomerClidsGroup: ['customerClidsCategory'],
			CustomerClidType: ['customerClidsCategory'],
			ClidProperty: ['customerClidsCategory', 'customerClidType'],
			CustomerClidWeightFlag: ['customerClidsCategory'],
			CustomerClidWeight: ['customerClidsCategory', 'customerClidWeightFlag'],
			IvrName: ['ivrId'],
		});
	});

	test.each(hidden)('of $api refer to fields beside it that stand above it', ({ row, section }) => {
		const { displayOptions } = row.property;
		expect(displayOptions?.show).toBeUndefined();
		const above = section.rows.slice(0, section.rows.indexOf(row)).flatMap(propertiesOf);
		for (const controller of Object.keys(displayOptions?.hide ?? {})) {
			expect(above.map(({ name }) => name)).toContain(controller);
		}
	});
});

const CREATING = ['create', 'createOrUpdate'];

test.each(CREATING)('%s shows name and type in the place of the ID, then the same', (operation) => {
	const properties = new AlibabaCloudVms().description.properties.filter(
		({ displayOptions }) => displayOptions?.show?.operation?.includes(operation) ?? true,
	);
	expect(properties.map(({ name }) => name)).toEqual([
		'resource',
		'operation',
		'fields',
		'lastInput',
		'columns',
		'type',
		'enterpriseId',
		'fieldsObject',
		'name',
		'type',
		'enterpriseId',
		'newTask',
		...sections.map(({ property }) => property.name),
		'options',
	]);
});

test.each(['preview', 'update'])(
	'%s shows the switch first, then which task, then what is mapped or the sections',
	(operation) => {
		const properties = new AlibabaCloudVms().description.properties.filter(
			({ displayOptions }) => displayOptions?.show?.operation?.includes(operation) ?? true,
		);
		expect(properties.map(({ name }) => name)).toEqual([
			'resource',
			'operation',
			'fields',
			'lastInput',
			'columns',
			'taskId',
			'enterpriseId',
			'fieldsObject',
			'taskId',
			'enterpriseId',
			...sections.map(({ property }) => property.name),
			'clear',
			'options',
		]);
		const mapped = properties.slice(3, 8);
		for (const property of properties) {
			const { name, displayOptions } = property;
			if (['resource', 'operation', 'options'].includes(name)) continue;
			const isSwitch = name === 'fields';
			const isMapping = mapped.includes(property);
			const fields = [isMapping ? 'mapFromInput' : 'setBelow'];
			const isOfTheTask = ['taskId', 'details', 'clear'].includes(name);
			const isOfNumbersToo = ['lastInput', 'columns'].includes(name);
			expect(displayOptions?.show).toEqual({
				resource: ['callTask'],
				operation: [
					'preview',
					'update',
					...(isOfTheTask ? [] : CREATING),
					...(isOfNumbersToo ? ['importNumbers'] : []),
				],
				...(isSwitch ? {} : { fields }),
			});
		}
	},
);

test('nothing in the editor states what becomes of parameters that are left out: no page says it', () => {
	const shown = JSON.stringify(new AlibabaCloudVms().description);
	expect(shown).not.toMatch(/stays? as (it is|they are)|leaves? (it|them|their field) as/);
});

test('nor do the printed pages, but for the sentence that says how far it is known', () => {
	const stated = Object.values(pages)
		.flatMap((print) => print().split(/(?<=[.。])/))
		.filter((sentence) => /stays? as (it is|they are)|保持(原值|不变)/.test(sentence));
	expect(stated.filter((one) => !/by all signs|官方文档/.test(one))).toEqual([]);
});
