import type { ICredentialDataDecryptedObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { unexpected } from '../execution/errors';
import { egressOf } from '../gateway/egress';
import { fail, type Result } from '../gateway/failure';
import { SENDING } from '../operations/options';
import { openSending, type Limits } from '../sending/open';
import { callCenterOf } from './callCenter';
import type { Asking } from './list';

/** Somebody looks at the field and waits. Times in seconds. */
const LIMITS: Limits = {
	timeout: 15,
	maximumAttempts: 2,
	longestWait: 3,
	requestsPerSecond: 0,
	concurrentRequests: 4,
	waitForTheGateway: 0,
};

/** The account that a node is about, as the editor knows it. */
export interface Account {
	credential: ICredentialDataDecryptedObject;
	enterpriseId: string;
	/** Asks it something, and ends what was opened for that. */
	ask<T>(question: (asking: Asking) => Promise<Result<T>>): Promise<Result<T>>;
}

async function credentialIn(
	context: ILoadOptionsFunctions,
): Promise<Result<ICredentialDataDecryptedObject>> {
	try {
		return { ok: true, value: await context.getCredentials('alibabaCloudAccessKeyApi') };
	} catch (error) {
		const { failure } = unexpected(error);
		const description = 'Choose a credential at the top of the node.';
		return fail({ ...failure, description });
	}
}

/** The user's own timeout where there is one: it is what an answer that does not come is said to need. */
function limitsOf(context: ILoadOptionsFunctions): Limits {
	const { timeout } = SENDING;
	const { name } = timeout.property;
	const given: unknown = context.getCurrentNodeParameter(`options.${name}`);
	const { value, issue } = timeout.read(given, timeout.property);
	return typeof value === 'number' && issue === undefined ? { ...LIMITS, timeout: value } : LIMITS;
}

/** By the credential in the node, and the call center in its field or else in the credential. */
export async function accountOf(context: ILoadOptionsFunctions): Promise<Result<Account>> {
	const found = await credentialIn(context);
	if (!found.ok) return found;
	const credential = found.value;
	const callCenter = callCenterOf(context, credential);
	if (!callCenter.ok) return callCenter;
	const enterpriseId = callCenter.value;
	return {
		ok: true,
		value: {
			credential,
			enterpriseId,
			async ask(question) {
				const egress = egressOf(context.helpers);
				const sending = await openSending(credential, limitsOf(context), { egress });
				if (!sending.ok) return sending;
				try {
					return await question({ send: sending.value.send, enterpriseId });
				} finally {
					sending.value.leave();
				}
			},
		},
	};
}
