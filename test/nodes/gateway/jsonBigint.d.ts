/** pop-core's parser, which brings no types. */
declare module 'json-bigint' {
	export function parse(text: string): unknown;
}
