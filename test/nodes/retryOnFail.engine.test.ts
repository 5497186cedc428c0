import { CONTINUE, errorsOf, useBench } from '../support/bench';

const bench = useBench();

/** Without a wait between n8n's tries. */
const RETRIES = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
const FROM_ITEM = { taskId: '={{ $json.id }}', details: { name: '={{ $json.name }}' } };
const row = (id: string, name = 'new') => ({ id, name });
const TWICE = [row('133224', 'old'), row('133225'), row('0133224', 'new')];

describe("n8n's Retry On Fail", () => {
	test('is refused where a task has several rows, before anything is sent', async () => {
		const error = await bench.failure(FROM_ITEM, { items: TWICE, node: RETRIES });
		expect(error.message).toBe(
			"'Retry On Fail' is on, and items 0 and 2 are about the same task (7000002/133224) [item 2]",
		);
		expect(error.description).toMatch(/^Nothing was sent\. .* Switch it off under Settings/);
		expect(bench.sent).toEqual([]);
	});

	test('is refused so for every row, where errors are outputs', async () => {
		const node = { ...RETRIES, ...CONTINUE };
		const { output } = await bench.run(FROM_ITEM, { items: TWICE, node });
		expect(errorsOf(output)).toHaveLength(3);
		expect(bench.sent).toEqual([]);
	});

	test('counts no row that is wrong by itself', async () => {
		const items = [row('133224', 'x'.repeat(99)), row('133224', 'new')];
		const node = { ...RETRIES, ...CONTINUE };
		const { output } = await bench.run(FROM_ITEM, { items, node });
		expect(errorsOf(output)).toHaveLength(1);
		expect(output[1]?.json).toMatchObject({ Name: 'new' });
	});

	test('has a hint where each task has one row', async () => {
		const items = [row('133224'), row('133225')];
		const { output, hints } = await bench.run(FROM_ITEM, { items, node: RETRIES });
		expect(output.map(({ json }) => json.Name)).toEqual(['new', 'new']);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^2 updated/),
			expect.stringMatching(/^'Retry On Fail' is on: after a failure n8n runs all items again/),
		]);
	});

	test('has none where nothing is changed', async () => {
		const { output, hints } = await bench.run(
			{ ...FROM_ITEM, operation: 'preview' },
			{ items: TWICE, node: RETRIES },
		);
		expect(output).toHaveLength(3);
		expect(hints.map(({ message }) => message).join()).not.toMatch(/Retry On Fail/);
	});

	test.each([
		['start', ['started', 'unchanged']],
		['delete', ['deleted', undefined]],
		['create', ['created', 'skipped']],
	])('may be on where no item undoes another one: %s', async (operation, actions) => {
		const { output } = await bench.run(
			{
				operation,
				type: 1,
				name: 'new',
				agents: { cnos: '2000' },
				options: operation === 'create' ? { skipIfTheNameExists: true } : {},
			},
			{ items: [{}, {}], node: { ...RETRIES, ...CONTINUE } },
		);
		expect(output.map(({ json }) => json.action)).toEqual(actions);
	});

	test('that is off lets a task have several rows, in their order', async () => {
		const { output } = await bench.run(FROM_ITEM, { items: TWICE, node: { retryOnFail: false } });
		expect(output.map(({ json }) => json.Name)).toEqual(['old', 'new', 'new']);
	});
});
