import type { Plan } from '../plan';
import type { Policy } from '../../../../calling/policy';
import type { Collected } from '../../../../input/collect';
import type { Choices, Wish } from '../wishes';
import type { Creating } from './options';

/** An item that is to be a task. */
export interface NewTask {
	enterpriseId: string;
	name: string;
	collected: Collected;
	wish: Wish;
	/** Whether that is all of it, with what a new task can't do without. */
	isWhole: boolean;
	/** The user's calling hours. */
	policy: Policy;
	options: Creating & Choices;
	draw?: Plan['draw'];
}
