import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { bounded, descriptionOf } from '../execution/words';
import { untagged } from '../execution/markup';
import { QUERY_TASK } from '../gateway/actions';
import { createClient } from '../gateway/client';
import { readConnection } from '../gateway/connection';
import { isForbidden, type Egress } from '../gateway/egress';
import type { Failure } from '../gateway/failure';
import { MOST_LISTED } from '../tasks/list';
import { listedIn } from '../tasks/state';

const TIMEOUT_MS = 10_000;

/**
 * CloudQueryTask, because it changes nothing and needs the same permission as changes do: the actions
 * whose names begin with Query or Get are open to the read-only policy, the Cloud ones are not. Without
 * an enterprise it is still a full test: the gateway misses EnterpriseId only after it has found the
 * key, the signature and the permission to be right. So that one refusal proves what the test asks.
 */
const ACTION = QUERY_TASK.name;

const error = (failure: Failure) =>
	({
		status: 'Error',
		message: untagged(`${bounded(failure.message)}. ${descriptionOf(failure)}`),
	}) as const;

/** n8n's editor shows the words of an error only; these are for whoever reads the answer. */
const ok = (found: string) =>
	({ status: 'OK', message: `The key is right and may manage call tasks. ${found}` }) as const;

const NO_ENTERPRISE = "There is no 'Default Enterprise ID': each node has to give its own";

/** CloudQueryTask lists one kind at a time. */
const KINDS = [
	{ type: '1', word: 'predictive' },
	{ type: '2', word: 'automatic' },
] as const;

const countOf = (tasks: number): string =>
	tasks < MOST_LISTED ? String(tasks) : `${MOST_LISTED} or more`;

/** The service may well know nothing of a wrong call center and answer with an empty list. */
const emptyCallCenter = (enterpriseId: string) =>
	({
		status: 'Error',
		message: untagged(
			`The key is right, but call center ${bounded(enterpriseId)} has no call task. Check 'Default Enterprise ID'. If no task has been created there yet, the credential can be used as it is.`,
		),
	}) as const;

/** The enterprise by any name that the gateway or the backend has for it. */
const ENTERPRISE = /enterprise_?id|企业/i;

/**
 * Whether a refusal is about the enterprise: values are judged behind the checks of key, signature and
 * permission, so that it proves these to be right. A common parameter that is missing proves nothing.
 */
const isAboutEnterprise = ({ isJudged, code = '', message }: Failure): boolean =>
	isJudged === true && ENTERPRISE.test(`${code} ${message}`);

/** A refusal that names no parameter is about the one that is the user's. */
const namesNone = ({ isJudged, code = '', message }: Failure): boolean =>
	isJudged === true && !/^Missing/i.test(code) && !/参数\s*\[/.test(message);

function enterpriseError(refusal: Failure): INodeCredentialTestResult {
	// Nothing would have been changed.
	const failure: Failure = { ...refusal, fate: undefined };
	if (!isAboutEnterprise(failure) && !namesNone(failure)) return error(failure);
	const message = `The key is right, but not 'Default Enterprise ID': ${failure.message}`;
	return error({ ...failure, message });
}

/** No host is called so. */
const NOWHERE = 'nowhere.invalid';

/**
 * n8n's protection of its own network has no filter in a test of a credential, but the request helper, which
 * checks the address before it looks at the domains that are allowed: with none that could be, it sends
 * nothing.
 */
const egressByRequest = ({ request }: ICredentialTestFunctions['helpers']): Egress => ({
	async validateUrl(url) {
		try {
			await request({ method: 'HEAD', uri: String(url), allowedDomains: NOWHERE });
		} catch (refusal) {
			if (isForbidden(refusal)) return { ok: false, error: refusal as Error };
		}
		return { ok: true, result: undefined };
	},
});

/** Signs a real call with the credential and says in plain words what is wrong with it. */
export async function alibabaCloudAccessKeyApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const connection = readConnection(data);
	if (!connection.ok) return error(connection.failure);
	const client = await createClient(
		connection.value,
		{ timeoutMs: TIMEOUT_MS },
		egressByRequest(this.helpers),
	);
	if (!client.ok) return error(client.failure);
	const enterpriseId = String(data.enterpriseId ?? '').trim();
	if (enterpriseId === '') {
		const answer = await client.value.send(ACTION, { Type: '1', Limit: '1' });
		const isRight = answer.ok || isAboutEnterprise(answer.failure);
		return isRight ? ok(NO_ENTERPRISE) : error({ ...answer.failure, fate: undefined });
	}
	const found: string[] = [];
	let isEmpty = true;
	for (const { type, word } of KINDS) {
		const asked = { EnterpriseId: enterpriseId, Type: type, Limit: String(MOST_LISTED) };
		const answer = await client.value.send(ACTION, asked);
		if (!answer.ok) return enterpriseError(answer.failure);
		const { length } = listedIn(answer.value);
		isEmpty &&= length === 0;
		found.push(`${countOf(length)} ${word}`);
	}
	if (isEmpty) return emptyCallCenter(enterpriseId);
	return ok(`Call center ${enterpriseId} has ${found.join(' and ')} call tasks`);
}
