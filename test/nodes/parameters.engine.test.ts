import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import { unmeant } from '../../nodes/AlibabaCloudVms/parameters/unmeant';
import { freeText } from '../../nodes/AlibabaCloudVms/unseen';
import { TASK, useBench } from '../support/bench';
import { APART, inSections, isBuilder, PARAMETERS, type OneParameter } from '../support/parameters';

const { rows } = callTask;

const bench = useBench();

const IDENTITY = { EnterpriseId: TASK.enterpriseId, TaskId: TASK.taskId };
const builders = PARAMETERS.filter(isBuilder);
const plain = PARAMETERS.filter((parameter) => !isBuilder(parameter));
const twin = ({ name }: OneParameter) => `${name}Json`;

test('the table below has every parameter of the catalogue', () => {
	const names = rows.map(({ property }) => property.name);
	expect(PARAMETERS.map(({ name }) => name).sort()).toEqual(names.sort());
});

test('a task without changes is named, and nothing else is sent', async () => {
	await bench.run();
	expect(bench.sent).toEqual([IDENTITY]);
	expect(bench.emulator.requests[0]).toMatchObject({ method: 'POST', url: '/', status: 200 });
	expect(bench.emulator.requests[0]?.params).toMatchObject({
		Action: 'CloudUpdateTask',
		Version: '2017-05-25',
		Format: 'JSON',
		SignatureMethod: 'HMAC-SHA1',
	});
});

test.each(PARAMETERS)('$name alone arrives as $api', async ({ beside = {}, ...parameter }) => {
	const { section, api, wire } = parameter;
	const held = inSections([parameter]);
	const asked = section === '' ? held : { [section]: { ...beside, ...(held[section] as object) } };
	await bench.run(asked);
	const besideNames = Object.keys(beside).map((name) => name[0]?.toUpperCase() + name.slice(1));
	const { sent } = bench;
	expect(sent).toHaveLength(1);
	expect(sent[0]).toMatchObject({ ...IDENTITY, [api]: wire });
	expect(Object.keys(sent[0] ?? {}).sort()).toEqual(
		[...new Set(['EnterpriseId', 'TaskId', api, ...besideNames])].sort(),
	);
	expect(bench.emulator.journal.map(({ taskId }) => taskId)).toEqual([TASK.taskId]);
});

test('all that can stand together go in one request', async () => {
	const together = PARAMETERS.filter(({ name }) => !APART.includes(name));
	const { output } = await bench.run(inSections(together), {});
	expect(bench.sent).toEqual([Object.fromEntries(together.map(({ api, wire }) => [api, wire]))]);
	expect(output[0]?.json).toMatchObject({ Name: '春季续约 🌸', AutoStart: 1, IvrId: '13' });
	expect(output[0]?.json).toMatchObject({ ignored: '' });
});

test.each(plain)('$name comes from a cell with a Chinese heading', async (parameter) => {
	const { section, name, value, api, wire, cell = String(value), beside = {} } = parameter;
	const expression = { [name]: '={{ $json["列 名"] }}' };
	await bench.run(section === '' ? expression : { [section]: { ...beside, ...expression } }, {
		items: [{ '列 名': cell }],
	});
	expect(bench.sent[0]).toMatchObject({ ...IDENTITY, [api]: wire });
});

test.each(builders)('$name takes its JSON twin as text', async (parameter) => {
	const spaced = JSON.stringify(JSON.parse(parameter.wire), null, 2);
	await bench.run(inSections([parameter], () => ({ [twin(parameter)]: spaced })));
	expect(bench.changes).toEqual({ [parameter.api]: parameter.wire });
});

test.each(builders)(
	'$name takes its JSON twin as an object of an expression',
	async (parameter) => {
		await bench.run(
			inSections([parameter], () => ({ [twin(parameter)]: '={{ $json.structure }}' })),
			{ items: [{ structure: JSON.parse(parameter.wire) }] },
		);
		expect(bench.changes).toEqual({ [parameter.api]: parameter.wire });
	},
);

test.each(builders)('$name is refused where builder and twin are filled in', async (parameter) => {
	const { name, value, wire } = parameter;
	const both = inSections([parameter], () => ({ [name]: value, [twin(parameter)]: wire }));
	const error = await bench.failure(both);
	const { displayName } = rows.find(({ property }) => property.name === name)?.property ?? {};
	expect(error.message).toBe(
		`'${displayName}' and '${displayName} (JSON)' are both filled in; keep one of them [item 0]`,
	);
	expect(bench.sent).toEqual([]);
});

/** The same with every single value as an expression. */
const expressed = (value: INodeParameters[string]): INodeParameters[string] =>
	JSON.parse(
		JSON.stringify(value, (_key, part: unknown) =>
			typeof part === 'object' ? part : `={{ ${JSON.stringify(part)} }}`,
		),
	) as INodeParameters[string];

test.each(builders)('$name as a builder takes expressions inside', async (parameter) => {
	await bench.run(inSections([parameter], ({ name, value }) => ({ [name]: expressed(value) })));
	expect(bench.changes).toEqual({ [parameter.api]: parameter.wire });
});

const GOLDEN = [
	"! ' ( ) * ~ - _ .",
	'a+b & c=d % e#f ? g/h',
	'100% "done" \\ `x` <b>',
	'春季续约（第一批）',
	'🌸👩‍👩‍👧 é ñ',
	'one\ntwo\r\nthree\ttabbed',
	'%20 is not + and &amp; is not &',
	'${x} {{ y }} $z',
];

test.each(GOLDEN)('%j is signed as the gateway signs it, and arrives as typed', async (text) => {
	await bench.run(
		{ details: { name: '={{ $json.text }}', description: '={{ $json.text }}' } },
		{ items: [{ text }] },
	);
	expect(bench.changes).toEqual({ Name: text, Description: text });
	expect(bench.emulator.store.find(TASK.enterpriseId, TASK.taskId)?.Name).toBe(text);
});

test('any text that can be seen is signed as the gateway signs it', async () => {
	const texts = fc
		.string({ unit: 'binary', minLength: 1, maxLength: 20 })
		.filter((text) => text.trim() !== '' && freeText(text) === text && !unmeant(text));
	await fc.assert(
		fc.asyncProperty(texts, async (text) => {
			await bench.run({ details: { name: '={{ $json.text }}' } }, { items: [{ text }] });
			expect(bench.changes).toEqual({ Name: text });
		}),
		{ numRuns: 100 },
	);
});

test('half an emoji, which no signature can hold, is refused before anything is sent', async () => {
	const error = await bench.failure({ details: { name: '={{ "a🌸".slice(0, 2) }}' } });
	expect(error.message).toMatch(/^'Name' is "a\\ud83c"; /);
	expect(bench.sent).toEqual([]);
});
