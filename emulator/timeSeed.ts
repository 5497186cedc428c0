import { DEFAULT_ENTERPRISE_ID } from './keys';
import { OTHER_ENTERPRISE_ID } from './seed';
import type { NewTimeCondition } from './tasks/timeConditions';

/** What the seeded tasks name: 9 and those from 11 on. */
const IDS = [9, ...Array.from({ length: 60 }, (_, index) => 11 + index)];

type Times = Omit<NewTimeCondition, 'EnterpriseId' | 'Id'>;

const MORNINGS: Times = { DayOfWeek: '2,3,4,5,6', StartTime: '09:00', EndTime: '12:00' };
/** The first week of October. */
const HOLIDAYS: Times = {
	Type: '2',
	FromDay: '2026-10-01',
	ToDay: '2026-10-07',
	StartTime: '00:00',
	EndTime: '23:59',
};

/** Of each kind one, in turn. */
const KINDS: Times[] = [
	{ DayOfWeek: '2,3,4,5,6', StartTime: '14:00', EndTime: '20:30' },
	{ DayOfWeek: '1,7', StartTime: '19:00', EndTime: '21:30' },
	{
		Type: '2',
		TimeType: '2',
		FromDay: '2030-12-21',
		ToDay: '2030-12-31',
		StartTime: '10:00',
		EndTime: '16:00',
	},
	{
		Type: '2',
		FromDay: '2030-12-11',
		ToDay: '2030-12-13',
		StartTime: '08:00',
		EndTime: '20:00',
	},
];

function timesOf(id: number): Times {
	if (id === 9) return MORNINGS;
	return (id === 50 ? HOLIDAYS : KINDS[id % KINDS.length]) ?? MORNINGS;
}

/** The time conditions an emulator begins with. */
export const createTimeConditions = (): NewTimeCondition[] =>
	[DEFAULT_ENTERPRISE_ID, OTHER_ENTERPRISE_ID].flatMap((EnterpriseId) =>
		IDS.map((id) => ({ EnterpriseId, Id: String(id), ...timesOf(id) })),
	);
