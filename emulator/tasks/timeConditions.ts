/**
 * Times of an enterprise that tasks name by their ids: when they may call, or may not. Under the API's own
 * names, every value as text.
 */
export interface TimeCondition {
	EnterpriseId: string;
	Id: string;
	Name: string;
	/** The first one of an enterprise is 1. */
	Priority: string;
	/** 1 on days of the week, 2 on dates */
	Type: string;
	/** 1 without a break from the first to the last day, 2 on each of them */
	TimeType: string;
	/** Days of the week with commas, 1 is Sunday; '' for dates. */
	DayOfWeek: string;
	/** yyyy-MM-dd; '' for days of the week. */
	FromDay: string;
	ToDay: string;
	/** HH:mm */
	StartTime: string;
	EndTime: string;
	CreateTime: string;
}

/** What can be left out of one, with what is then in its place. */
const DEFAULTS = {
	Type: '1',
	TimeType: '1',
	DayOfWeek: '',
	FromDay: '',
	ToDay: '',
	CreateTime: '2026-01-05 10:00:00',
} as const;

/** One to be put: the rest follows. */
export type NewTimeCondition = Omit<TimeCondition, keyof typeof DEFAULTS | 'Name' | 'Priority'> &
	Partial<TimeCondition>;

/** The time conditions of all enterprises, in the order they were made. */
export class TimeConditionStore {
	private conditions: TimeCondition[] = [];

	/** @returns copies */
	list(enterpriseId: string): TimeCondition[] {
		return this.conditions
			.filter(({ EnterpriseId }) => EnterpriseId === enterpriseId)
			.map((condition) => ({ ...condition }));
	}

	/** Adds the condition, or replaces the one with its enterprise and id. */
	put(given: NewTimeCondition): void {
		this.remove(given.EnterpriseId, given.Id);
		const Priority = String(this.list(given.EnterpriseId).length + 1);
		this.conditions.push({ ...DEFAULTS, Name: `time-${given.Id}`, Priority, ...given });
	}

	remove(enterpriseId: string, id: string): void {
		this.conditions = this.conditions.filter(
			({ EnterpriseId, Id }) => EnterpriseId !== enterpriseId || Id !== id,
		);
	}

	clear(): void {
		this.conditions = [];
	}
}
