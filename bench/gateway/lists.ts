/**
 * A gateway that gives pages of long lists, in a process of its own, which `startLists` starts: the bodies are
 * there before the first request, so that making them counts for nobody. It checks no signature.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { recordOf } from '../../emulator';
import { listedTask } from '../lists';

const FIRST = 1_780_000_000;

const CALL = {
	EnterpriseId: '7000002',
	TaskId: '133224',
	TaskName: '双十一回访（第二批）',
	TaskFileId: '880001',
	Cno: '2000',
	Clid: '02138276106',
};

/** What a record of the reference page has beside those of the emulator. */
const MORE = {
	CallId: '3cdf8d08-0216-42df-bba5-0fd45c93c9b3',
	CallType: 'webcall',
	CalleeClid: '15553333',
	CalleeDisplayNumber: '02138276106',
	CalleeNumber: '0104100596',
	CalleeRingingTime: '1775024775',
	DetailRingingTime: '0',
	DownGradeCounts: '0',
	EndReason: '1000',
	IvrName: '语音导航',
	NumberTrunk: '15322355',
	Qno: '1000',
	RealAnswerTime: '1774904471',
	SipCauseStr: '接通',
	TrunkGroupKey: '30019',
	VadIn: '23',
	VadOut: '77',
	WaitDuration: '10',
	XNumber: '6677333',
	UserField: { 渠道: '线上', 合同: 'HT-2026-0001' },
};

function call(place: number): string {
	const number = `139${String(place).padStart(8, '0')}`;
	const record = recordOf({ ...CALL, CustomerNumber: number }, FIRST + place, place);
	return JSON.stringify({ ...record, ...MORE });
}

async function serve(count: number, latencyMs: number): Promise<void> {
	const places = Array.from({ length: count }, (_none, place) => place);
	const lists = new Map([
		['CloudQueryPredictiveCallCdr', { name: 'List', entries: places.map(call) }],
		[
			'CloudQueryTask',
			{ name: 'TaskProperties', entries: places.map((place) => JSON.stringify(listedTask(place))) },
		],
	]);
	let requests = 0;
	const server = createServer((request, response) => {
		let form = '';
		request.on('data', (chunk: Buffer) => (form += chunk.toString()));
		request.on('end', () => {
			requests++;
			const params = new URLSearchParams(form);
			const { name = '', entries = [] } = lists.get(params.get('Action') ?? '') ?? {};
			const [start, limit] = [Number(params.get('Start')), Number(params.get('Limit'))];
			// All tasks are of one kind.
			const found = params.get('Type') === '2' ? [] : entries.slice(start, start + limit);
			const body = `{"RequestId":"R","Code":"OK","Message":"OK","Data":{"${name}":[${found.join(',')}]}}`;
			setTimeout(() => {
				response.writeHead(200, { 'content-type': 'application/json' }).end(body);
			}, latencyMs);
		});
	});
	server.keepAliveTimeout = 60_000;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	process.on('message', () => {
		process.send?.({ requests });
		requests = 0;
	});
	process.once('disconnect', () => process.exit(0));
	process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

void serve(Number(process.argv[2]), Number(process.argv[3]));
