import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { DEFAULT_ENTERPRISE_ID, TEST_KEYS } from '../../emulator';
import type { WorkflowData } from '../../scripts/n8n/rest';
import { CREDENTIAL_TYPE } from '../../scripts/n8n/workspace';
import { NODE_TYPE } from '../inProcess/node';
import { automatic, COLUMNS, mapped, type Mapping } from '../sheet';
import { rowsCode, signBesideCode, signCode } from './codes';

export const TRIGGER = 'Start';
export const WEBHOOK_PATH = 'bench';

/** The nodes whose time counts, by the workflow they belong to. */
export const COUNTED = {
	node: ['Update'],
	'node, automatic mapping': ['Update'],
	'signing Code node and HTTP Request': ['Sign', 'Send'],
	'HTTP Request with mapped fields': ['Send'],
	'loop over the node': ['Loop', 'Update'],
	'loop over HTTP Request': ['Loop', 'Send'],
	'passing through': ['Pass'],
} as const;

export type Kind = keyof typeof COUNTED;

interface Place {
	endpoint: string;
	credentialId: string;
}

const nodeOf = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters,
): INode => ({
	id: name,
	name,
	type: type.includes('.') ? type : `n8n-nodes-base.${type}`,
	typeVersion,
	position: [0, 0],
	parameters,
});

const code = (name: string, jsCode: string): INode => nodeOf(name, 'code', 2, { jsCode });

const pair = (name: string, value: string) => ({ name, value });

const SIDE_BY_SIDE = { concurrentRequests: 50 };

const update = (
	{ credentialId }: Place,
	parameters = mapped('plain references', SIDE_BY_SIDE),
): INode => ({
	...nodeOf('Update', NODE_TYPE, 1, parameters),
	credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: 'Alibaba Cloud AccessKey' } },
});

const post = { method: 'POST', sendBody: true, options: {} };

const sendBody = ({ endpoint }: Place): INode =>
	nodeOf('Send', 'httpRequest', 4.2, {
		...post,
		url: `${endpoint}/`,
		contentType: 'raw',
		rawContentType: 'application/x-www-form-urlencoded',
		body: '={{ $json.body }}',
	});

/** Every field of the request by hand; only what a hash is needed for comes from a Code node before. */
const sendMapped = ({ endpoint }: Place): INode =>
	nodeOf('Send', 'httpRequest', 4.2, {
		...post,
		url: `${endpoint}/`,
		contentType: 'form-urlencoded',
		bodyParameters: {
			parameters: [
				pair('Action', 'CloudUpdateTask'),
				pair('Version', '2017-05-25'),
				pair('Format', 'JSON'),
				pair('AccessKeyId', TEST_KEYS.active.accessKeyId),
				pair('SignatureMethod', 'HMAC-SHA1'),
				pair('SignatureVersion', '1.0'),
				pair('EnterpriseId', DEFAULT_ENTERPRISE_ID),
				...['SignatureNonce', 'Timestamp', 'Signature'].map((name) =>
					pair(name, `={{ $json.${name} }}`),
				),
				...COLUMNS.map(({ name, api }) => pair(api, `={{ $json['${name}'] }}`)),
			],
		},
	});

const loop = (): INode => nodeOf('Loop', 'splitInBatches', 3, { batchSize: 1, options: {} });

/** The nodes behind the rows, one after the other; behind a loop, its body. */
const BODIES: Record<Kind, (place: Place) => INode[]> = {
	node: (place) => [update(place)],
	'node, automatic mapping': (place) => [update(place, automatic(SIDE_BY_SIDE))],
	'signing Code node and HTTP Request': (place) => [code('Sign', signCode), sendBody(place)],
	'HTTP Request with mapped fields': (place) => [code('Sign', signBesideCode), sendMapped(place)],
	'loop over the node': (place) => [loop(), update(place)],
	'loop over HTTP Request': (place) => [code('Sign', signCode), loop(), sendBody(place)],
	'passing through': () => [nodeOf('Pass', 'noOp', 1, {})],
};

const LOOP_OUTPUT = 1;

function connect(nodes: readonly INode[]): IConnections {
	const connections: IConnections = {};
	nodes.forEach(({ name }, index) => {
		const next = nodes[index + 1]?.name ?? (nodes.some((one) => one.name === 'Loop') ? 'Loop' : '');
		if (next === '') return;
		const to = [{ node: next, type: 'main' as const, index: 0 }];
		connections[name] = { main: name === 'Loop' ? [...Array(LOOP_OUTPUT).fill([]), to] : [to] };
	});
	return connections;
}

/** By hand, with its data saved. */
export function workflowOf(kind: Kind, rows: number, place: Place): WorkflowData {
	const trigger = nodeOf(TRIGGER, 'manualTrigger', 1, {});
	const nodes = [trigger, code('Rows', rowsCode(rows)), ...BODIES[kind](place)];
	return { name: kind, nodes, connections: connect(nodes) };
}

/** By a webhook that answers at the end; nothing is saved. */
export function unsavedWorkflowOf(kind: Kind, rows: number, place: Place): WorkflowData {
	const trigger: INode = {
		...nodeOf(TRIGGER, 'webhook', 2, {
			path: WEBHOOK_PATH,
			responseMode: 'lastNode',
			responseData: 'noData',
			options: {},
		}),
		webhookId: WEBHOOK_PATH,
	};
	const nodes = [trigger, code('Rows', rowsCode(rows)), ...BODIES[kind](place)];
	const settings = { saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none' };
	return { name: `${kind}, unsaved`, nodes, connections: connect(nodes), settings };
}

export const PROBE = 'Probe';

/** Measures how long the node's fields take to resolve. */
export function probeWorkflowOf(mapping: Mapping, rows: number): WorkflowData {
	const nodes = [
		nodeOf(TRIGGER, 'manualTrigger', 1, {}),
		code('Rows', rowsCode(rows)),
		nodeOf(PROBE, 'CUSTOM.benchProbe', 1, mapped(mapping)),
	];
	return { name: `${PROBE}: ${mapping}`, nodes, connections: connect(nodes) };
}
