import type { INodeParameters } from 'n8n-workflow';
import { detailsOf, useBench } from '../support/bench';
import { mapping } from '../support/mapping';
import { inSections, isBuilder, PARAMETERS } from '../support/parameters';
import { NO_RETRIES, rounds } from '../support/builders';

const bench = useBench();

const { sentFor, refusalOf, map } = mapping(bench);

const LOST = ['9007199254740993', '-60000011533526918819', '1e22', '0.12345678901234567891'];

describe.each([true, false])('with checks %p', (checkValuesBeforeSending) => {
	const options = { checkValuesBeforeSending };

	test.each(PARAMETERS.filter(isBuilder))(
		'a number that loses digits in the JSON of $name is refused',
		async (parameter) => {
			for (const number of LOST) {
				const json = `[{"a":[${number}],"b":"12345678901234567890"}]`;
				const message = `has the number ${number}, which loses digits when it is read`;
				expect((await refusalOf({ [parameter.api]: json }, options)).message).toContain(message);
				const below = inSections([parameter], ({ name }) => ({ [`${name}Json`]: json }));
				expect((await bench.failure({ ...below, options })).message).toContain(message);
			}
			expect(bench.sent).toEqual([]);
		},
	);

	test.each(LOST)('so is %s in the object whose keys are mapped', async (number) => {
		const fieldsObject = `{"TaskId":"133224","Name":${number}}`;
		const error = await bench.failure({ fields: 'mapFromInput', fieldsObject, options });
		expect(error.message).toContain(`'Row to Map' has the number ${number}, which loses digits`);
		expect(bench.sent).toEqual([]);
	});

	test('a long number in quotes is kept, digit by digit', async () => {
		const UserFields = '[{"file":"60000011533526918819"}]';
		expect(await sentFor({ UserFields }, { options })).toEqual({ UserFields });
	});
});

test('a number that loses digits is shown as it was written, and no other way', async () => {
	const UserFields = '[{"a":9007199254740993}]';
	expect((await refusalOf({ UserFields })).message).toBe(
		"'User Fields' has the number 9007199254740993, which loses digits when it is read; give it in double quotes [item 0]",
	);
});

test('a structure whose number has lost digits already is not sent, even unchecked', async () => {
	const UserFields = [{ file: 2 ** 60 }];
	const options = { checkValuesBeforeSending: false };
	expect((await refusalOf({ UserFields }, options)).message).toContain(
		"'User Fields' entry 1, value",
	);
	expect(bench.sent).toEqual([]);
});

describe('no retries', () => {
	const NONE = '{"retry":0,"strategy":[]}';
	const below: INodeParameters[] = [{ retryStrategy: NO_RETRIES }, { retryStrategyJson: NONE }];

	test.each(below)('are set below by %j, with a warning', async (retry) => {
		const { output } = await bench.run({ retry });
		expect(bench.changes).toEqual({ RetryStrategy: NONE });
		expect(detailsOf(output[0]).warnings).toEqual([
			expect.stringMatching(
				/^'Retry Strategy.*' says that no number is called again, .*not describe/,
			),
		]);
	});

	test.each([NONE, 'no retries', '不重试', { retry: 0, strategy: [] }])(
		'are mapped from %j',
		async (RetryStrategy) => {
			const { output } = await map([{ TaskId: '133224', RetryStrategy }], { operation: 'preview' });
			expect(detailsOf(output[0]).warnings).toEqual([
				expect.stringContaining('no number is called again'),
			]);
			expect(await sentFor({ RetryStrategy })).toEqual({ RetryStrategy: NONE });
		},
	);

	test('taken, are read back as the same', async () => {
		const item = { TaskId: '133224', RetryStrategy: 'no retries' };
		const options = { verifyAfterUpdate: true, onlySendWhatDiffers: true };
		const first = await map([item], { options });
		expect(first.output[0]?.json).toMatchObject({ action: 'updated', verified: true });
		const second = await map([item], { options });
		expect(second.output[0]?.json.action).toBe('unchanged');
	});

	test('refused by the service, are its refusal', async () => {
		bench.emulator.settings.noRounds = 'refuse';
		expect((await refusalOf({ RetryStrategy: 'no retries' })).message).toContain('retryStrategy');
	});

	test('are not meant by a builder whose rounds were all taken away', async () => {
		await bench.run({ retry: { retryStrategy: rounds() } });
		expect(bench.changes).toEqual({});
	});
});
