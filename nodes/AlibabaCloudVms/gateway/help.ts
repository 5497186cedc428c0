import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';

/** Where the vendor, or whoever may grant a permission, can look further. */

/** The product's name in the vendor's pages. */
export const PRODUCT = 'Dyvmsapi';

/** The domains of the vendor's pages. */
export const VENDORS = ['aliyun.com', 'alibabacloud.com'] as const;

/** The same in a pattern. */
export const ANY_VENDOR = `(?:${VENDORS.join('|').replaceAll('.', '\\.')})`;

/** A page of the vendor: its host is under one of these domains, and nothing stands before or behind it. */
const VENDORS_PAGE = new RegExp(
	`^https://(?:[a-z\\d-]+\\.)*${ANY_VENDOR}(?:[/?#][\\x21-\\x7e]*)?$`,
	'i',
);

const LONGEST_ADDRESS = 2000;

/** The address that an answer recommends; undefined for what is no page of the vendor's. */
function recommendedIn({ Recommend }: IDataObject): string | undefined {
	if (typeof Recommend !== 'string' || Recommend.length > LONGEST_ADDRESS) return undefined;
	const isPage = VENDORS_PAGE.test(Recommend) && URL.canParse(Recommend);
	return isPage ? new URL(Recommend).href : undefined;
}

/**
 * An address that explains a refusal: the one that the answer recommends, else that of the vendor's error
 * center.
 * @param product '' for one whose name is not known
 * @returns undefined where no request can be found by its ID
 */
export function helpFor(
	body: IDataObject,
	requestId: string | undefined,
	{ code = '', product = PRODUCT }: { code?: string; product?: string } = {},
): string | undefined {
	if (requestId === undefined) return undefined;
	const recommended = recommendedIn(body);
	if (recommended !== undefined) return recommended;
	const query = Object.entries({ q: code === 'OK' ? '' : code, product, requestId })
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
	return `https://api.aliyun.com/troubleshoot?${query.join('&')}`;
}

/** What the gateway says of a permission, under its own names. */
export type Denial = Readonly<Record<string, string>>;

const SHORT = /^[\w:.*/-]{1,200}$/;
/** Base64, of either alphabet. */
const ENCODED = /^[\w+/=-]{1,8000}$/;

const FORMS = {
	AuthAction: SHORT,
	NoPermissionType: SHORT,
	EncodedDiagnosticMessage: ENCODED,
} as const;

/** A group of four signs stands for three bytes, wherever the groups begin. */
const STARTS = [0, 1, 2, 3] as const;

/** Whether a text has a secret in it, in base64. */
const hides = (text: string, redact: (text: string) => string): boolean =>
	STARTS.some((start) => {
		const decoded = Buffer.from(text.slice(start), 'base64').toString('latin1');
		return redact(decoded) !== decoded;
	});

/**
 * What whoever grants a permission needs: the action, what is lacking, and the message that the RAM console
 * decodes; undefined where the answer says nothing of it.
 * @param redact finds secrets in a text
 */
export function denialIn(
	{ AccessDeniedDetail: detail }: IDataObject,
	redact: (text: string) => string,
): Denial | undefined {
	if (!isRecord(detail)) return undefined;
	const known = Object.entries(FORMS).flatMap(([name, form]): Array<[string, string]> => {
		const value = detail[name];
		return typeof value === 'string' && form.test(value) && !hides(value, redact)
			? [[name, value]]
			: [];
	});
	return known.length > 0 ? Object.fromEntries(known) : undefined;
}
