/** A moment as clocks of a time zone show it. */
export interface Zoned {
	/** Milliseconds since 1970, whole seconds. */
	at: number;
	/** What the clock shows, as if it were in UTC. */
	wall: number;
	/** Of the clock from UTC, in minutes. */
	offset: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clocks = new Map<string, Intl.DateTimeFormat | null>();

function newClock(zone: string): Intl.DateTimeFormat | null {
	const numeric = 'numeric';
	try {
		return new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: numeric,
			month: numeric,
			day: numeric,
			hour: numeric,
			minute: numeric,
			second: numeric,
		});
	} catch {
		return null;
	}
}

/** A clock takes longer to make than to read a hundred times: one for each zone. */
function clockOf(zone: string): Intl.DateTimeFormat | null {
	const known = clocks.get(zone);
	if (known !== undefined) return known;
	const clock = newClock(zone);
	clocks.set(zone, clock);
	return clock;
}

type Six = [number, number, number, number, number, number];

/**
 * What clocks of a zone show, of moments since the year 1; undefined for a zone that nobody knows.
 * @param at milliseconds since 1970, whole seconds
 * @param zone an IANA name
 */
export function zonedAt(at: number, zone: string): Zoned | undefined {
	const shown = clockOf(zone)?.format(at).match(/\d+/g)?.map(Number);
	if (!shown) return undefined;
	const [month, day, year, hour, minute, second] = shown as Six;
	const wall = Date.UTC(year, month - 1, day, hour, minute, second);
	return { at, wall, offset: (wall - at) / MINUTE };
}

/** Whether a moment is the beginning of its day: midnight, or what comes first where clocks leave midnight out. */
export function beginsDay({ at, wall }: Zoned, zone: string): boolean {
	const sinceMidnight = wall % DAY;
	if (sinceMidnight === 0) return true;
	// No clock leaves out more than an hour around midnight.
	if (sinceMidnight > HOUR) return false;
	const before = zonedAt(at - SECOND, zone)?.wall ?? wall;
	return Math.floor(before / DAY) < Math.floor(wall / DAY);
}
