import { toJson, type JsonObject } from '../json';
import type { Refusal } from './refusals';

/** An answer with its Code, kept for the record of requests. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body: string;
	code: string;
}

const HOST_ID = 'dyvmsapi.aliyuncs.com';

/** Headers every answer of the gateway carries. */
export function gatewayHeaders(requestId: string): Record<string, string> {
	return { 'content-type': 'application/json;charset=utf-8', 'x-acs-request-id': requestId };
}

/**
 * The documented shape of an error. In HTTP 200 a refusal comes from the product, so it has the
 * shape of the action's own answers, without what the gateway adds.
 */
export function refusalReply(refused: Refusal, requestId: string): Reply {
	const { code, httpStatus, message, accessDeniedDetail, retryAfterMs, retryAfter } = refused;
	const headers = gatewayHeaders(requestId);
	if (retryAfterMs !== undefined) headers['x-acs-retry-after'] = String(retryAfterMs);
	if (retryAfter !== undefined) headers['retry-after'] = retryAfter;
	const plain = { RequestId: requestId, Code: code, Message: message };
	const query = `q=${encodeURIComponent(code)}&product=Dyvmsapi&requestId=${requestId}`;
	const gatewayParts = {
		HostId: HOST_ID,
		Recommend: `https://api.aliyun.com/troubleshoot?${query}`,
		...(accessDeniedDetail && { AccessDeniedDetail: accessDeniedDetail }),
	};
	const body = toJson(httpStatus === 200 ? plain : { ...plain, ...gatewayParts });
	return { status: httpStatus, headers, body, code };
}

export function successReply(data: JsonObject, requestId: string): Reply {
	const body = toJson({ RequestId: requestId, Message: 'OK', Data: data, Code: 'OK' });
	return { status: 200, headers: gatewayHeaders(requestId), body, code: 'OK' };
}
