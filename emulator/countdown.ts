/** What a setting does, for all requests or only for so many more. */
export interface Counted {
	/** Counted down. Absent: for all. */
	next?: number;
}

/** Whether it is this request's turn; counts it. */
export function takesTurn(counted: Counted): boolean {
	if (counted.next === 0) return false;
	if (counted.next !== undefined) counted.next -= 1;
	return true;
}
