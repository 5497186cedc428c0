import { useBench } from '../support/bench';
import { GoogleSheet, SHEETS_HOST } from './support/googleSheets';
import { startInternet, type Internet } from './support/internet';
import { example, gatewayCredential, runExampleIn } from './support/runExample';

const HEAD = [
	'Task ID',
	'Name',
	'Start Date',
	'Customer Timeout',
	'Preview',
	'Go',
	'Done',
	'What changed',
	'Why not',
];

/** The address in the example's nodes. */
const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCd';

const CONNECTED = {
	grantType: 'authorizationCode',
	clientId: 'client',
	clientSecret: 'secret',
	accessTokenUrl: 'https://oauth2.googleapis.com/token',
	oauthTokenData: { access_token: 'token', token_type: 'Bearer' },
};

const bench = useBench();
let sheet: GoogleSheet;
let internet: Internet;

beforeEach(async () => {
	sheet = new GoogleSheet(ID, 'Call tasks', [
		HEAD,
		[133224, 'Renewals, second batch', '2030-12-01', 45],
		[133234, '', '2030-12-05', 500, '', 'yes'],
		[133230, 'It runs'],
		[133235, '', '2030-02-30', 90],
		[133226, 'It has ended', '', '', '', 'TRUE'],
		[133228, '', '', 55, '', ' Yes '],
		[133236, '', '', 25, '', 'no'],
		[133232, '', '', 28, '', true],
		[133239, '', '', 30, '', 'yes', 'updated 2026-01-01 10:00'],
		['', 'Nobody knows which'],
	]);
	internet = await startInternet({ [SHEETS_HOST]: sheet.answer });
});
afterEach(async () => await internet.close());

const run = async () => {
	const { error } = await runExampleIn(internet.environment, {
		workflow: await example('google-sheets.json'),
		start: 'Run by hand',
		credentials: { ...gatewayCredential(bench.emulator), googleSheetsOAuth2Api: CONNECTED },
	});
	expect(error).toBeUndefined();
};

const DONE = /^updated \d{4}-\d\d-\d\d \d\d:\d\d$/;

const written = () =>
	sheet.records.map((record) => ({
		task: record['Task ID'],
		preview: record.Preview,
		done: record.Done,
		changed: record['What changed'],
		whyNot: record['Why not'],
	}));

test('a run previews what nobody said yes to, and updates the rest, row by row', async () => {
	await run();
	expect(written()).toEqual([
		{
			task: 133224,
			preview: expect.stringMatching(/^update: .*Customer Timeout 20 → 45/s),
			done: '',
			changed: '',
			whyNot: '',
		},
		{
			task: 133234,
			preview: '',
			done: '',
			changed: '',
			whyNot: expect.stringContaining("'Customer Timeout'"),
		},
		{
			task: 133230,
			preview: expect.stringMatching(/^refuse: .*running/),
			done: '',
			changed: '',
			whyNot: '',
		},
		{
			task: 133235,
			preview: expect.stringMatching(/^refuse: 'Start Date'[^\n]*; 'Customer Timeout'/),
			done: '',
			changed: '',
			whyNot: '',
		},
		{
			task: 133226,
			preview: '',
			done: '',
			changed: '',
			whyNot: expect.stringContaining('ended'),
		},
		{
			task: 133228,
			preview: '',
			done: expect.stringMatching(DONE),
			changed: expect.stringContaining('Customer Timeout'),
			whyNot: '',
		},
		{
			task: 133236,
			preview: expect.stringMatching(/^update: /),
			done: '',
			changed: '',
			whyNot: '',
		},
		{
			task: 133232,
			preview: '',
			done: expect.stringMatching(/^unchanged /),
			changed: '',
			whyNot: 'The task has all values already',
		},
		{ task: 133239, preview: '', done: 'updated 2026-01-01 10:00', changed: '', whyNot: '' },
		{
			task: '',
			preview: expect.stringMatching(/^refuse: .*Task ID/s),
			done: '',
			changed: '',
			whyNot: '',
		},
	]);
	expect(bench.emulator.journal.map(({ taskId, after }) => ({ taskId, after }))).toEqual([
		{ taskId: '133228', after: { CustomerTimeout: '55' } },
	]);
});

test('a refused row is tried again once it is right, and a done one is left alone', async () => {
	await run();
	sheet.rows[2]?.splice(3, 1, 50);
	bench.emulator.journal.length = 0;
	await run();
	expect(written()[1]).toMatchObject({
		task: 133234,
		done: expect.stringMatching(DONE),
		whyNot: '',
	});
	expect(bench.emulator.journal.map(({ taskId }) => taskId)).toEqual(['133234']);
});
