/** RFC 3986: only A-Z a-z 0-9 - _ . ~ stay; the rest becomes %XX of its UTF-8 bytes. */
export function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*]/g, (character) => {
		return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
	});
}

/** Parameters sorted by name, encoded and joined, as both signature versions need them. */
export function canonicalQuery(params: ReadonlyMap<string, string>): string {
	return [...params]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
		.join('&');
}
