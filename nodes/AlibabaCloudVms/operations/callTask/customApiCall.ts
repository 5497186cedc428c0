import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { ofCall } from '../../gateway/anyCall';
import { API_VERSION } from '../../gateway/client';
import { OWN_ENDPOINT, readOtherEndpoint } from '../../gateway/endpoint';
import { fail, type Result } from '../../gateway/failure';
import { createOwnReader, optional, wrongIn, type OwnField } from '../../input/ownFields';
import { parametersFromJson, parametersFromRows } from '../../parameters/customParameters';
import { flag, plainText, refusal, word } from '../../parameters/encoders/scalar';
import type { Encoder, Reading } from '../../parameters/parameter';
import { operation } from '../operation';
import { option } from '../option';
import { SENDING } from '../options';

const matching =
	(pattern: RegExp, expected: string): Encoder =>
	(value) => {
		const wire = plainText(value);
		return pattern.test(wire) ? { value: wire, wire } : refusal(value, expected);
	};

/** Actions begin with a capital letter, and so they are signed. */
const actionName: Encoder = (value) => {
	const wire = plainText(value);
	if (!/^[A-Za-z]\w*$/.test(wire)) {
		return refusal(value, 'the name of an action, like CloudQueryTask');
	}
	const name = `${wire.charAt(0).toUpperCase()}${wire.slice(1)}`;
	return { value: name, wire: name };
};
const version = matching(/^\d{4}-\d{2}-\d{2}$/, 'a version of an API, like 2017-05-25');

const FIELDS = {
	action: {
		read: actionName,
		property: {
			displayName: 'Action',
			name: 'action',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. CloudListQueue',
			description: "Name of the action, as the vendor's reference has it",
		},
	},
	parameters: {
		read: parametersFromRows,
		property: {
			displayName: 'Parameters',
			name: 'parameters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Parameter',
			default: {},
			description:
				'Names and values of the parameters of the action. Those of the protocol (Action, Version, Signature and so on) are set by the node.',
			options: [
				{
					displayName: 'Parameter',
					name: 'parameter',
					values: [
						{ displayName: 'Name', name: 'name', type: 'string', default: '' },
						{ displayName: 'Value', name: 'value', type: 'string', default: '' },
					],
				},
			],
		},
	},
	parametersJson: {
		read: optional(parametersFromJson),
		property: {
			displayName: 'Parameters (JSON)',
			name: 'parametersJson',
			type: 'json',
			// The editor marks an empty text as an error.
			default: '{}',
			placeholder: '{"EnterpriseId":"7000002","Limit":"10"}',
			description:
				"The same as 'Parameters', as a JSON object of names and values, or as an object from an expression, in place of the rows above",
		},
	},
} as const satisfies Record<string, OwnField & { property: INodeProperties }>;

const ENDPOINT: INodeProperties = {
	displayName: 'Endpoint',
	name: 'endpoint',
	type: 'string',
	default: '',
	placeholder: 'e.g. ecs.cn-hangzhou.aliyuncs.com',
	description:
		"Host of another product of the RPC style. It has to end in .aliyuncs.com, since nobody else may learn the ID of the key. Empty: the credential's.",
};

const OPTION = `'${ENDPOINT.displayName}' under Options`;

const options = {
	...SENDING,
	endpoint: option<string | undefined>({ read: optional(word), property: ENDPOINT }),
	version: option<string>({
		read: version,
		property: {
			displayName: 'Version',
			name: 'version',
			type: 'string',
			default: API_VERSION,
			description: "Version of the product's API, as its reference has it",
		},
	}),
	repeatAfterFailure: option<boolean>({
		read: flag,
		property: {
			displayName: 'Repeat After Failure',
			name: 'repeatAfterFailure',
			type: 'boolean',
			default: false,
			description:
				'Whether the call may be sent again where nobody knows whether it was carried out. Leave it off for actions that do a thing twice when they are sent twice.',
		},
	}),
};

interface Call {
	action: string;
	params: Record<string, string>;
}

/** What an item asks for. */
function callsOf(context: IExecuteFunctions): (itemIndex: number) => Result<Call> {
	const readItem = createOwnReader(context, FIELDS);
	return (itemIndex) => {
		const read = readItem(itemIndex);
		const [action, rows, json] = [read('action'), read('parameters'), read('parametersJson')];
		const isFilled = ({ value }: Reading) => Object.keys(Object(value) as object).length > 0;
		const both: Reading =
			isFilled(rows) && isFilled(json)
				? {
						issue: `and '${FIELDS.parametersJson.property.displayName}' are both filled in; keep one of them`,
					}
				: rows;
		const wrong = wrongIn([
			[FIELDS.action, action],
			[FIELDS.parameters, both],
			[FIELDS.parametersJson, json],
		]);
		if (wrong) return wrong;
		const params = { ...(Object(rows.value) as object), ...(Object(json.value) as object) };
		return { ok: true, value: { action: action.wire ?? '', params } };
	};
}

const TWICE =
	"After a failure n8n would make all calls once more, those that were carried out too. If that does no harm, switch on 'Repeat After Failure'.";

/** Any action, signed and sent as all others are. */
export const customApiCall = operation({
	resource: 'callTask',
	option: {
		name: 'Custom API Call',
		value: 'customApiCall',
		action: 'Make a custom API call',
		description:
			"Call any action of the service behind outbound call tasks (Dyvmsapi 2017-05-25), or of another RPC product of Alibaba Cloud, by its name and parameters; gives its answer as it came. It does whatever the action does: calls people, deletes, costs money. Nothing of the parameters is checked but that they are none of the protocol's.",
	},
	fields: Object.values(FIELDS).map(({ property }) => property),
	options,
	deeds: { called: { words: 'called', isChange: true } },
	open({ context, send, sendTo, endpoint: own, optionsOf }) {
		const readCall = callsOf(context);
		return (itemIndex) => {
			const chosen = optionsOf(itemIndex);
			if (!chosen.ok) return chosen;
			const { endpoint: typed, version: apiVersion, repeatAfterFailure } = chosen.value;
			const endpoint = typed
				? readOtherEndpoint(typed, OPTION, own)
				: { ok: true as const, value: own };
			if (!endpoint.ok) return endpoint;
			const call = readCall(itemIndex);
			if (!call.ok) return call;
			const { action, params } = call.value;
			const isOwnHost = endpoint.value === own;
			const at = isOwnHost ? OWN_ENDPOINT : OPTION;
			const isOwn = isOwnHost && apiVersion === API_VERSION;
			const run = async () => {
				const way: Result<typeof send> = isOwn
					? { ok: true, value: send }
					: await sendTo({ endpoint: endpoint.value, apiVersion });
				if (!way.ok) return fail(ofCall(way.failure, at));
				// Those of call tasks say in their answer whether they did it.
				const isAnyProduct = !isOwn || !action.startsWith('Cloud');
				const answer = await way.value({ name: action, repeatable: repeatAfterFailure }, params, {
					isCustom: true,
					isAnyProduct,
				});
				if (!answer.ok) return fail(ofCall(answer.failure, at));
				const outputs = [{ json: answer.value }];
				return { ok: true as const, value: { did: 'called' as const, outputs } };
			};
			const twice = repeatAfterFailure ? {} : { whyNotTwice: TWICE };
			return { ok: true, value: { isChange: true, ...twice, run } };
		};
	},
});
