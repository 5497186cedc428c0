import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { descriptionOf } from '../actions/failureWords';
import { createClient } from '../transport/client';
import { readConnection } from '../transport/connection';
import type { Failure } from '../transport/failure';
import { refusalFor } from '../transport/refusals';

const TIMEOUT_MS = 10_000;

/**
 * CloudQueryTask, because it changes nothing and needs the same permission as the update: the actions
 * whose names begin with Query or Get are open to the read-only policy, the Cloud ones are not. Without
 * an enterprise it is still a full test: the gateway misses EnterpriseId only after it has found the
 * key, the signature and the permission to be right. So that one refusal proves what the test asks.
 */
const ACTION = 'CloudQueryTask';

const error = (failure: Failure) =>
	({ status: 'Error', message: `${failure.message}. ${descriptionOf(failure)}` }) as const;

const OK = { status: 'OK', message: 'The key is right and may manage call tasks' } as const;

/** What the backend says of an enterprise that it does not take; key and permission are right then. */
const REFUSED_VALUE = /^(?:isv\.INVALID_PARAMETERS|InvalidParameters|100008\.0)$/i;

/** Whether a refusal comes from behind the checks of key and permission, for lack of an enterprise. */
const onlyEnterpriseMissing = ({ code = '' }: Failure): boolean =>
	/^Missing/i.test(code) && refusalFor(code).stage === 'request';

/** Signs a real call with the credential and says in plain words what is wrong with it. */
export async function alibabaCloudAccessKeyApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const connection = readConnection(data);
	if (!connection.ok) return error(connection.failure);
	const client = await createClient(connection.value, { timeoutMs: TIMEOUT_MS });
	if (!client.ok) return error(client.failure);
	const enterpriseId = String(data.enterpriseId ?? '').trim();
	const answer = await client.value.send(ACTION, {
		...(enterpriseId === '' ? {} : { EnterpriseId: enterpriseId }),
		Type: '1',
		Limit: '1',
	});
	if (answer.ok || (enterpriseId === '' && onlyEnterpriseMissing(answer.failure))) return OK;
	// Nothing would have been changed.
	const failure: Failure = { ...answer.failure, fate: undefined };
	const { code = '', message } = failure;
	return enterpriseId !== '' && REFUSED_VALUE.test(code)
		? error({
				...failure,
				message: `The key is right, but not 'Default Enterprise ID': ${message}`,
			})
		: error(failure);
}
