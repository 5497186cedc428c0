import { VENDORS } from '../../gateway/help';
import { anyOf, quote } from '../../text';
import type { Encoder, Reading } from '../parameter';
import { id, writtenText } from './scalar';

const ADDRESS = /^https?:\/\//i;

/** Whether a text is the address of a page. */
export const isAddress = (text: string): boolean => ADDRESS.test(text.trim());

const ACCEPTED = `give the ID, or the https address of a page of its console (${anyOf(VENDORS)}) that has taskId in it`;

/** Where an address has parameters: behind its question mark, and behind that of its fragment. */
const parametersOf = ({ searchParams, hash }: URL): Array<[string, string]> => [
	...searchParams,
	...new URLSearchParams(hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : ''),
];

/** An address may hold more than the task, which is nobody's to read: refusals name its host alone. */
const refused = (host: string, why: string): Reading => ({
	issue: `is an address of ${quote(host)}${why}; ${ACCEPTED}`,
});

/** The task in the address of a page of the vendor's console. No page says what these look like. */
function idInAddress(text: string): Reading | string {
	if (!URL.canParse(text)) return { issue: `is an address that cannot be read; ${ACCEPTED}` };
	const address = new URL(text);
	const { protocol, hostname } = address;
	const isVendors = VENDORS.some((one) => hostname === one || hostname.endsWith(`.${one}`));
	if (!isVendors) return refused(hostname, ', which is not the console');
	if (protocol !== 'https:') return refused(hostname, ' without https');
	const named = parametersOf(address).filter(([name]) => /^task_?id$/i.test(name));
	const ids = new Set(named.map(([, value]) => value));
	const [only] = ids;
	if (only === undefined) return refused(hostname, ' that says no task');
	return ids.size > 1 ? refused(hostname, ' that says several tasks') : only;
}

/** A task's ID, or the address of a page of the vendor's console that says it. */
export const taskId: Encoder = (value, property) => {
	const reading = id(value, property);
	if (reading.issue === undefined) return reading;
	const text = writtenText(value)?.trim() ?? '';
	if (!isAddress(text)) return reading;
	const found = idInAddress(text);
	if (typeof found !== 'string') return found;
	const read = id(found, property);
	return read.issue === undefined ? read : { issue: `has a taskId that ${read.issue}` };
};
