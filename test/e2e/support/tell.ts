/** A line for the person who waits. */
export const tell = (text: string): void => {
	process.stdout.write(`${text}\n`);
};
