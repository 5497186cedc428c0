import type { ICredentialDataDecryptedObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { fail, type Result } from '../gateway/failure';
import { readOne } from '../input/read';
import { enterprise } from '../parameters/identity';
import { idOf } from '../tasks/state';

const [row] = enterprise;

const chooseOne = (message: string, description: string) =>
	fail({ kind: 'input', message, description });

const NONE = chooseOne(
	'No call center is chosen, so there is nothing to list',
	"Fill in 'Enterprise ID' in this node, or 'Default Enterprise ID' in the credential.",
);

/** Said of an ID that each item may give by itself. */
const BY_ITEM =
	"The list needs one call center: put its ID into 'Enterprise ID' while you choose, or give the ID by an expression here.";

/** Which call center a list is about: the one in the node's field, else the credential's. */
export function callCenterOf(
	context: ILoadOptionsFunctions,
	credential: ICredentialDataDecryptedObject,
): Result<string> {
	if (!row) return NONE;
	const { name, displayName: label } = row.property;
	const given: unknown = context.getCurrentNodeParameter(name);
	// The editor's word for an expression that fails; a field that was left alone is empty.
	if (given === null) {
		return chooseOne(`'${label}' is an expression that has no value here yet`, BY_ITEM);
	}
	const own = String(given ?? '').trim();
	const value = own === '' ? String(credential.enterpriseId ?? '').trim() : own;
	if (value === '') return NONE;
	const { wire, issue } = readOne({ row, label, value }).reading;
	if (issue === undefined && wire !== undefined) return { ok: true, value: idOf(wire) };
	return own === ''
		? chooseOne(
				`'Default Enterprise ID' in the credential ${issue ?? ''}`,
				NONE.failure.description,
			)
		: chooseOne(`'${label}' ${issue ?? ''}`, BY_ITEM);
}
