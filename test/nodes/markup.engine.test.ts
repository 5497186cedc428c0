import { hintsOf, mapping } from '../support/mapping';
import { CONTINUE, errorsOf, useBench } from '../support/bench';

const bench = useBench();

const { map } = mapping(bench);

const HOSTILE = [
	'<img src="//evil.example/x.png">',
	'<a href="https://evil.example">click</a>',
	'<price>',
	'</div><script>x</script>',
	'<!-- gone -->',
	'<svg/onload=x',
	'<?php',
];

/** What an HTML parser would take for a tag or a comment. */
const TAG = /<[a-z/!?]/i;

describe.each(HOSTILE)('%s', (text) => {
	const shown = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

	test('as a header is text in a hint', async () => {
		const hints = hintsOf(await map([{ TaskId: '133224', Name: 'x', [text]: '1' }])).join('\n');
		expect(hints).not.toMatch(TAG);
		expect(hints.replaceAll('\\"', '"')).toContain(shown);
	});

	test('of the service is text in an error, and as it is in an item', async () => {
		const body = JSON.stringify({ Code: text, Message: `No ${text}`, RequestId: text });
		bench.emulator.settings.answer = { status: 400, body };
		const error = await bench.failure({ details: { name: 'x' } });
		expect(error.description).toContain(`Code ${shown}`);
		expect(`${error.message}\n${error.description}`).not.toMatch(TAG);
		expect(error.message).toContain(text.slice(1, 5));
		const { output } = await bench.run({ details: { name: 'x' } }, { node: CONTINUE });
		const [item] = errorsOf(output);
		expect(item).toMatchObject({ code: text });
		expect(item).not.toHaveProperty('requestId');
		expect(item?.message).toBe(`The service refused the call: No ${text} [item 0]`);
		expect(item?.description).toContain(`Code ${text}, HTTP 400.`);
	});

	test('in a value is text in an error', async () => {
		const error = await bench.failure({ taskId: text });
		expect(`${error.message}\n${error.description}`).not.toMatch(TAG);
	});
});

test('what only looks like a tag, and entities, stay as they are', async () => {
	const body = JSON.stringify({ Code: 'a&lt;b`c`', Message: '1 < 2 > 0 &lt;b&gt;' });
	bench.emulator.settings.answer = { status: 400, body };
	const { message, description } = await bench.failure();
	expect(message).toBe('The service refused the call: 1 < 2 > 0 &lt;b&gt; [item 0]');
	expect(description).toContain('Code a&amp;lt;b&#96;c&#96;, HTTP 400.');
});

describe('an error of a row has a bound', () => {
	const columns = Object.fromEntries(
		Array.from({ length: 5000 }, (_none, n) => [`Remark ${n} ${'x'.repeat(60)}`, n]),
	);

	test('with 5,000 unknown columns', async () => {
		const options = { unknownColumns: 'refuse' };
		const item = { TaskId: '133224', Name: 'x', ...columns };
		const { output } = await map([item], { options }, { node: CONTINUE });
		const [error] = errorsOf(output);
		expect(JSON.stringify(error).length).toBeLessThan(10_000);
		expect(error?.message).toBe('5000 fields are wrong [item 0]');
		expect(error?.description).toMatch(/\n4980 more columns are no parameter\nNothing was sent /);
	});

	test.each([
		[20, '20 fields are wrong'],
		[21, '21 fields are wrong'],
		[22, '22 fields are wrong'],
	])('with %d unknown ones of a number', async (count, message) => {
		const some = Object.fromEntries(Object.entries(columns).slice(0, count));
		const { output } = await bench.run(
			{
				operation: 'importNumbers',
				fields: 'mapFromInput',
				options: { unknownColumns: 'refuse' },
			},
			{ items: [{ TaskId: '133224', Tel: '13800138000', ...some }], node: CONTINUE },
		);
		expect(errorsOf(output)[0]?.message).toBe(`${message} [item 0]`);
	});

	test('with words of the service without end', async () => {
		const body = JSON.stringify({ Code: 'X'.repeat(1e6), Message: 'm'.repeat(1e6) });
		bench.emulator.settings.answer = { status: 400, body };
		const { output } = await bench.run({}, { node: CONTINUE });
		expect(JSON.stringify(errorsOf(output)).length).toBeLessThan(10_000);
	});
});
