import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../../engine/environment';
import { circleIn, importsBelow } from '../support/imports';

const NODE = 'nodes/AlibabaCloudVms/';

/** From the ground up: a room takes from those that stand before it, and from itself. */
const ROOMS = [
	'ground',
	'gateway',
	'sending',
	'parameters',
	'input',
	'tasks',
	'calling',
	'operations',
	'report',
	'execution',
	'methods',
	'node',
];

const imports = importsBelow(NODE).filter(({ to }) => to.startsWith(NODE));

/** The room of a file: its folder, or what a file without one is. */
function roomOf(file: string): string {
	const [first = '', ...rest] = file.slice(NODE.length).split('/');
	if (rest.length > 0) return first;
	return first.endsWith('.node.ts') ? 'node' : 'ground';
}

const floorOf = (file: string): number => ROOMS.indexOf(roomOf(file));

const arrow = ({ from, to }: { from: string; to: string }) => `${from} > ${to}`;

test('every file has a room', () => {
	const files = imports.flatMap(({ from, to }) => [from, to]);
	expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
	expect(new Set(files.map(roomOf))).toEqual(new Set(ROOMS));
});

test('nothing is taken from a room above', () => {
	const upwards = imports.filter(({ from, to }) => floorOf(to) > floorOf(from));
	expect(upwards.map(arrow)).toEqual([]);
});

test('there is no circle of imports', () => {
	expect(circleIn(imports)).toEqual([]);
});

test('operations do not know each other', () => {
	const operationOf = (file: string) =>
		/operations\/(\w+\/\w+)/.exec(file)?.[1]?.replace(/\.ts$/, '') ?? '';
	const between = imports.filter(({ from, to }) => {
		const [one, other] = [operationOf(from), operationOf(to)];
		return one !== '' && other !== '' && one !== other;
	});
	expect(between.map(arrow)).toEqual([]);
});

const sourceOf = (file: string) => readFileSync(path.join(packageFolder, file), 'utf8');
const files = [...new Set(imports.flatMap(({ from, to }) => [from, to]))].sort();

test("only what reads items, runs them or answers the editor touches n8n's context", () => {
	const touching = files.filter((file) =>
		/\bcontext\.(get|add|continue|send)\w+\(/.test(sourceOf(file)),
	);
	const others = touching.filter(
		(file) => !/^(?:input|execution|methods)\//.test(file.slice(NODE.length)),
	);
	expect(others).toEqual([]);
});

/** What is made once a process and changes afterwards: a variable, or an empty collection. */
const KEPT =
	/^(?:export )?(?:let (\w+)|const (\w+)(?:: [^=]+)? = new \w+(?:<[^=]*>)?\((?:|[A-Z\d_]+)\))/gm;

test('nothing of the process is kept but what executions have to share', () => {
	const kept = files.flatMap((file) =>
		[...sourceOf(file).matchAll(KEPT)].map(
			([, variable, constant]) => `${file.slice(NODE.length)}: ${variable ?? constant ?? ''}`,
		),
	);
	expect(kept).toEqual([
		// Connections by endpoint and proxy.
		'gateway/agent.ts: agents',
		// What the editor's lists found a moment ago.
		'methods/ask.ts: kept',
		// Campaigns that stand still, by whichever execution.
		'operations/callTask/update/send.ts: standing',
		// A clock for each zone.
		'parameters/encoders/zoned.ts: clocks',
		// A table that is made at its first use and never changes.
		'parameters/misread.ts: gbk',
		// Which names an object had, to make the next one like it: no values.
		'records.ts: shapes',
		// The pace of an account, and the places at an endpoint.
		'sending/accounts.ts: places',
		'sending/accounts.ts: accounts',
		// Whether this process was told to end.
		'sending/ending.ts: ending',
		// Tasks and names that are being worked on, by whichever execution.
		'tasks/alone.ts: tasks',
		// Call centers in which a task was created a moment ago.
		'tasks/names.ts: created',
		// Tasks that were changed a moment ago.
		'tasks/reader.ts: changes',
	]);
});
