/** Where lines are left for whoever has to find out what became of something. */
export interface Log {
	info(line: string): void;
	error(line: string): void;
}
