import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IBinaryData, IDataObject, INodeParameters } from 'n8n-workflow';
import { AlibabaCloudVms } from '../../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { CONTINUE, errorsOf, TASK, useBench, type RunOptions } from '../../support/bench';

const bench = useBench();

/** The name of a recording of the seed. */
const fileOf = (place = 0): string => {
	const files = bench.emulator.store.records
		.of(TASK.enterpriseId)
		.flatMap(({ RecordFile }) => RecordFile);
	return files[place]?.File ?? '';
};

const get = async (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	await bench.run({ operation: 'getRecording', recordFile: fileOf(), ...parameters }, options);

test('gives the address, and asks nobody for the audio', async () => {
	const { output } = await get();
	expect(bench.sent).toEqual([{ EnterpriseId: TASK.enterpriseId, RecordFile: fileOf() }]);
	expect(output).toEqual([
		{
			json: { RecordFile: fileOf(), Url: expect.stringMatching(/^http:.*\.mp3\?.*Signature=/) },
			pairedItem: { item: 0 },
		},
	]);
	expect(bench.emulator.downloads).toEqual([]);
});

test('with Download gives the audio, and not its address', async () => {
	const { output } = await get({ download: true });
	expect(bench.sent[0]).toMatchObject({ Download: '1' });
	expect(output[0]?.json).toEqual({ RecordFile: fileOf() });
	const audio = output[0]?.binary?.data as IBinaryData;
	expect(audio).toMatchObject({ mimeType: 'audio/mpeg', fileName: `${fileOf()}.mp3` });
	expect(Buffer.from(audio.data, 'base64').subarray(0, 3).toString()).toBe('ID3');
	expect(output[0]?.pairedItem).toEqual({ item: 0 });
});

test('the host of the audio gets no key', async () => {
	await get({ download: true });
	const [{ method, headers, url } = { method: '', headers: {}, url: '' }] =
		bench.emulator.downloads;
	expect(method).toBe('GET');
	const { accessKeyId = '' } = bench.emulator.settings.keys[0] ?? {};
	expect(JSON.stringify([headers, url])).not.toContain(accessKeyId);
	expect(headers).not.toHaveProperty('authorization');
});

test('puts it into the field that was asked for, in the form that was asked for', async () => {
	const { output } = await get({
		download: '={{ "是" }}',
		binaryPropertyName: 'audio',
		additionalFields: { recordFormat: 1, recordSide: 2, callType: 5 },
	});
	expect(bench.sent[0]).toMatchObject({ RecordFormat: '1', RecordSide: '2', CallType: '5' });
	expect(output[0]?.binary?.audio).toMatchObject({ mimeType: 'audio/wav', fileExtension: 'wav' });
});

test.each<[string, unknown]>([
	['an entry of a record', { File: 'FILE', Type: 'record' }],
	['a list of one', [{ File: 'FILE', Type: 'record' }]],
	['a name with blanks around it', ' FILE '],
	['a call record', { Id: '1', RecordFile: [{ File: 'FILE', Type: 'record' }] }],
	['what Get Recording gave of it', { RecordFile: 'FILE' }],
	['the JSON of an entry', '{"File":"FILE","Type":"record"}'],
	['the JSON of a list of one', ' [{"File":"FILE"}]'],
])('takes %s', async (_what, given) => {
	const value = JSON.parse(JSON.stringify(given).replaceAll('FILE', fileOf())) as never;
	const { output } = await get({ recordFile: '={{ $json.file }}' }, { items: [{ file: value }] });
	expect(output[0]?.json.RecordFile).toBe(fileOf());
});

test.each([
	['../../etc/passwd', '.._.._etc_passwd.mp3'],
	['a\\b:c|d\n', 'a_b_c_d.mp3'],
	['name3.mp3', 'name3.mp3'],
	['name3.WAV', 'name3.mp3'],
	['录音 3.5', '录音 3.5.mp3'],
])('the file of %j is called %j, wherever it is written to', async (File, expected) => {
	const [record] = bench.emulator.store.records.of(TASK.enterpriseId);
	const RecordFile = [{ File: File.trim(), Type: 'record', Monitor_type: 1 }];
	if (record) bench.emulator.store.records.add({ ...record, RecordFile });
	const { output } = await get({ recordFile: File, download: true });
	expect(output[0]?.json).toEqual({ RecordFile: File.trim() });
	expect(output[0]?.binary?.data?.fileName).toBe(expected);
});

test('many, each for itself', async () => {
	const items = [{ file: fileOf(0) }, { file: 'none' }, { file: fileOf(1) }];
	const { output, hints } = await get(
		{ recordFile: '={{ $json.file }}', download: true },
		{ items, node: CONTINUE },
	);
	expect(output.map(({ binary }) => binary?.data?.fileName)).toEqual([
		`${fileOf(0)}.mp3`,
		undefined,
		`${fileOf(1)}.mp3`,
	]);
	expect(errorsOf(output)).toHaveLength(1);
	expect(hints[0]?.message).toMatch(/^2 read, 1 refused/);
	expect(JSON.stringify(hints)).not.toMatch(/Signature|138\d{8}/);
});

describe('a host of recordings that fails', () => {
	type Answer = (request: IncomingMessage, response: ServerResponse) => void;
	const broken: Answer = ({ socket }) => void socket.destroy();
	const half: Answer = (_request, response) => {
		response.writeHead(200, { 'content-length': 10 }).write('half');
		setImmediate(() => response.destroy());
	};
	const status =
		(code: number): Answer =>
		(_request, response) =>
			void response.writeHead(code).end();
	const audio: Answer = (_request, response) =>
		void response.writeHead(200, { 'content-type': 'audio/mpeg' }).end('sound');

	/** What comes of a host that answers so, one after the other. */
	async function from(answers: Answer[], options: INodeParameters, items: IDataObject[] = [{}]) {
		const asked: string[] = [];
		const server = createServer((request, response) => {
			asked.push(request.url ?? '');
			(answers[asked.length - 1] ?? audio)(request, response);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		bench.emulator.settings.recordingsAt = `http://127.0.0.1:${port}`;
		const { output } = await get({ download: true, options }, { node: CONTINUE, items });
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
		return { asked, output };
	}
	const options = { maximumAttempts: 4, longestWait: 0.01 };

	test('is asked again, by the same address', async () => {
		const { asked, output } = await from([broken, status(503), half], options);
		expect(errorsOf(output)).toEqual([]);
		expect(Buffer.from(output[0]?.binary?.data?.data ?? '', 'base64').toString()).toBe('sound');
		expect(asked).toHaveLength(4);
		expect(new Set(asked).size).toBe(1);
		expect(bench.sent).toHaveLength(1);
	});

	test('has few files under way at one time, since each may be long', async () => {
		let [underWay, most] = [0, 0];
		const slow: Answer = (request, response) => {
			most = Math.max(most, ++underWay);
			setTimeout(() => {
				underWay--;
				audio(request, response);
			}, 5);
		};
		const items = Array.from({ length: 60 }, () => ({}));
		const { asked, output } = await from(Array(60).fill(slow), options, items);
		expect(errorsOf(output)).toEqual([]);
		expect(asked).toHaveLength(60);
		expect(most).toBeGreaterThan(1);
		expect(most).toBeLessThanOrEqual(10);
	});

	test('is not asked more often than wanted, and says how often', async () => {
		const { asked, output } = await from(Array(9).fill(status(500)), options);
		expect(asked).toHaveLength(4);
		expect(errorsOf(output)[0]).toMatchObject({
			message: expect.stringMatching(/: it answered with HTTP 500 \[item 0\]$/),
			description: expect.stringMatching(/ Tried 4 times\.$/),
		});
	});

	test.each([
		['once where one attempt is wanted', broken, { maximumAttempts: 1 }],
		['once where it says that the recording is gone', status(403), options],
	])('is asked %s', async (_what, answer, given) => {
		const { asked, output } = await from([answer], given);
		expect(errorsOf(output)).toHaveLength(1);
		expect(asked).toHaveLength(1);
	});
});

describe('refuses', () => {
	test.each<[string, INodeParameters, RegExp]>([
		[
			'a missing name',
			{ recordFile: '' },
			/^'Recording File' is missing; give the File of a call record/,
		],
		['nothing to be seen', { recordFile: ' \u200b' }, /^'Recording File' is missing/],
		['a list of none', { recordFile: '={{ [] }}' }, /^'Recording File' is missing/],
		[
			'two at once',
			{ recordFile: '={{ [{ File: "a" }, { File: "b" }] }}' },
			/^'Recording File' holds 2 recordings; split them into items/,
		],
		[
			'an address',
			{ recordFile: 'https://x.example/a.mp3?Signature=secret-secret-secret-secret' },
			/^'Recording File' is an address; give the File/,
		],
		[
			'two at once as JSON',
			{ recordFile: '[{"File":"a"},{"File":"b"}]' },
			/^'Recording File' holds 2 recordings; split them into items/,
		],
		[
			'a call record without a recording',
			{ recordFile: '={{ ({ Id: "1", RecordFile: [] }) }}' },
			/^'Recording File' is missing/,
		],
		['the JSON of a list of none', { recordFile: '[]' }, /^'Recording File' is missing/],
		[
			'an address without a scheme',
			{ recordFile: '//x.example/a.mp3?Signature=secret' },
			/^'Recording File' is an address; give the File/,
		],
		[
			'what a program writes for an object',
			{ recordFile: '[object Object]' },
			/^'Recording File' is "\[object Object\]"; that is what a program writes for an object/,
		],
		[
			'a word for nothing',
			{ recordFile: 'undefined' },
			/^'Recording File' is "undefined"; that is a program's word for nothing: [^;]*$/,
		],
		[
			'a name that no field can have',
			{ download: true, binaryPropertyName: '__proto__' },
			/^'Put Output File in Field' is "__proto__"; give a name/,
		],
		['a list in a list', { recordFile: '={{ [["a"]] }}' }, /^'Recording File' is \["a"\]; give /],
		[
			'a list as a name of a field',
			{ download: true, binaryPropertyName: '={{ ["a"] }}' },
			/^'Put Output File in Field' is \["a"\]; give a name of letters/,
		],
		['no flag', { download: '={{ "perhaps" }}' }, /^'Download' is "perhaps"; give on or off/],
		[
			'no name of a field',
			{ download: true, binaryPropertyName: 'a b' },
			/^'Put Output File in Field' is "a b"; give a name of letters/,
		],
		['a side alone', { additionalFields: { recordSide: 1 } }, /^2 fields are wrong \[item 0\]$/],
		[
			'a format that is none',
			{ additionalFields: { recordFormat: '={{ "flac" }}' } },
			/^'Format' is "flac"; give one of/,
		],
	])('%s', async (_what, parameters, message) => {
		const failure = await bench.failure({
			operation: 'getRecording',
			recordFile: fileOf(),
			...parameters,
		});
		expect(failure.message).toMatch(message);
		expect(failure.message).not.toContain('secret');
		expect(failure.description).toMatch(
			/^('Call Type' is missing; 'Side' needs it<br>'Side' needs .*<br>)?Nothing was sent for this item\./,
		);
		expect(bench.sent).toEqual([]);
	});

	test('an answer that holds no address', async () => {
		const body = JSON.stringify({ Code: 'OK', RequestId: 'A1', Data: {} });
		bench.emulator.settings.answer = { status: 200, body };
		const failure = await bench.failure({ operation: 'getRecording', recordFile: 'x' });
		expect(failure.message).toMatch(/^The answer says OK, but holds no address of the recording/);
	});

	test.each([
		['in the own network', 'http://10.255.0.1', /lies in the own network of this n8n/],
		['that is not on the web', 'file:///etc', /it is not on the web/],
		['where nobody listens', 'http://127.0.0.1:1', /the connection broke \(ECONNREFUSED\)/],
	])('a host %s, and says nothing of the address', async (_what, at, message) => {
		bench.emulator.settings.recordingsAt = at;
		const failure = await bench.failure({
			operation: 'getRecording',
			recordFile: fileOf(),
			download: true,
		});
		expect(failure.message).toMatch(message);
		expect(JSON.stringify([failure.message, failure.description, failure.context])).not.toMatch(
			/Signature|X-Amz|record-/,
		);
	});
});

test('says to n8n which of its outputs are personal', () => {
	expect(new AlibabaCloudVms().description.sensitiveOutputFields).toEqual(
		expect.arrayContaining(['Url', 'CustomerNumber', 'CalleeNumber', 'RecordFile']),
	);
});
