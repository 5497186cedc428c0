/** The values of a task's Status. */
export const INITIAL = '0';
export const RUNNING = '1';
export const PAUSED = '2';
export const ENDED = '3';
