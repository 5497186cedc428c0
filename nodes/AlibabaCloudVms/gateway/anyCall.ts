import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { OWN_ENDPOINT } from './endpoint';
import { mayBeApplied, type Failure } from './failure';
import { CHECK_ENDPOINT, CHECK_SERVICE, type Refusal } from './refusals';
import type { Watch } from './watch';

/** What is said of calls that somebody names himself, of the service or of another product. */

/** Codes of success in small letters; many products have none. */
const GOOD = new Set(['', 'ok', '0', '200', 'success']);

const isGood = (code: unknown): boolean => GOOD.has(String(code ?? '').toLowerCase());

const firstOf = (body: IDataObject, names: readonly string[]): IDataObject[string] =>
	names.map((name) => body[name]).find((value) => (value ?? '') !== '');

/** Whether an answer says itself that the call was done; undefined where it does not. */
function saidIn(body: IDataObject): boolean | undefined {
	const said = String(firstOf(body, ['Success', 'success']) ?? '').toLowerCase();
	return said === 'true' ? true : said === 'false' ? false : undefined;
}

const codeIn = (body: IDataObject) => firstOf(body, ['Code', 'code']);

/** Success in the words of any product, in an answer that HTTP finds good too. */
export function saysDone(body: unknown, { httpStatus = 200 }: Watch): body is IDataObject {
	if (!isRecord(body) || httpStatus >= 300) return false;
	return saidIn(body as IDataObject) ?? isGood(codeIn(body as IDataObject));
}

/** A refusal in the words of any product under the names of this one. */
export function inOwnWords(body: IDataObject): IDataObject {
	const isDenied = saidIn(body) === false;
	const code = isDenied
		? [codeIn(body), firstOf(body, ['ErrorCode', 'errorCode'])].find((one) => !isGood(one))
		: codeIn(body);
	return {
		...body,
		Code: code ?? '',
		Message: firstOf(body, ['Message', 'message', 'ErrorMessage', 'errorMessage']) ?? '',
		RequestId: firstOf(body, ['RequestId', 'requestId']),
		...(isDenied ? { Success: false } : {}),
	};
}

const CHECK_CALL =
	"Check 'Action', and under Options 'Version' and 'Endpoint', against the vendor's reference of the product.";
const CHECK_PARAMETERS =
	"Compare the parameters with the vendor's reference of this action; its error center explains the code.";
const GRANT_ACTION =
	'The key is right. Grant its RAM user or role this action of the product that was called.';
const OPEN_PRODUCT =
	'Check in the console of the product that was called that it is open for this account.';

/** What to change after a refusal: the table speaks of tasks, and of one product. */
export function adviceOf(
	{ advice, stage }: Refusal,
	{ isCustom = false, product }: Pick<Watch, 'isCustom' | 'product'>,
): string {
	if (!isCustom) return advice;
	if (advice === CHECK_ENDPOINT) return CHECK_CALL;
	if (stage === 'request') return CHECK_PARAMETERS;
	if (product === undefined) return advice;
	if (stage === 'permission') return GRANT_ACTION;
	return advice === CHECK_SERVICE ? OPEN_PRODUCT : advice;
}

/**
 * A failure of a call that may be about anything: elsewhere it is a task that is changed.
 * @param endpoint the field of the endpoint that was called
 */
export function ofCall(failure: Failure, endpoint: string): Failure {
	const advice = failure.isTooLong
		? 'Ask for less at one time, such as smaller pages.'
		: failure.description.replaceAll(OWN_ENDPOINT, endpoint);
	if (!mayBeApplied(failure)) return { ...failure, description: advice };
	const which = failure.fate === 'open' ? 'The call' : 'An attempt before the last one';
	const open = `${which} may have been carried out: look what became of it before you repeat it.`;
	const description = [advice, open].filter(Boolean).join(' ');
	return { ...failure, description, fate: undefined, became: 'unknown' };
}
