import fc from 'fast-check';
import { DateTime } from 'luxon';
import { beginsDay, zonedAt } from '../../../../nodes/AlibabaCloudVms/parameters/encoders/zoned';

const QUARTER = 15 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/** What Luxon says of the same moment. */
function byLuxon(at: number, zone: string) {
	const local = DateTime.fromMillis(at, { zone });
	return {
		offset: local.offset,
		day: local.toFormat('yyyy-MM-dd HH:mm:ss'),
		begins: local.toMillis() === local.startOf('day').toMillis(),
	};
}

function ours(at: number, zone: string) {
	const local = zonedAt(at, zone);
	if (!local) throw new Error(`${zone} is not known`);
	return {
		offset: local.offset,
		day: new Date(local.wall).toISOString().slice(0, 19).replace('T', ' '),
		begins: beginsDay(local, zone),
	};
}

describe('the clocks of a zone', () => {
	test('show in every zone what Luxon reads off them', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone')),
				fc.integer({ min: Date.UTC(2000, 0, 2) / QUARTER, max: Date.UTC(2060, 0, 1) / QUARTER }),
				(zone, quarter) => {
					expect(ours(quarter * QUARTER, zone)).toEqual(byLuxon(quarter * QUARTER, zone));
				},
			),
		);
	});

	test.each([
		['Africa/Cairo', '2026-04-24'],
		['America/Santiago', '2026-09-06'],
		['Asia/Beirut', '2026-03-29'],
		['America/Havana', '2026-03-08'],
		['America/Havana', '2026-11-01'],
		['America/Asuncion', '2023-10-01'],
		['America/Sao_Paulo', '2018-11-04'],
		['Asia/Tehran', '2021-03-22'],
		['Pacific/Apia', '2011-12-31'],
		['Australia/Lord_Howe', '2026-04-05'],
		['Atlantic/Azores', '2026-10-25'],
		['Asia/Kathmandu', '2026-01-01'],
	])('begin each day of %s around %s where Luxon lets it begin', (zone, day) => {
		const around = Date.parse(`${day}T00:00:00Z`);
		for (let at = around - DAY; at <= around + 2 * DAY; at += QUARTER) {
			expect({ at, ...ours(at, zone) }).toEqual({ at, ...byLuxon(at, zone) });
		}
	});

	test('are unknown for a zone that nobody knows', () => {
		expect(zonedAt(0, 'Mars/Olympus')).toBeUndefined();
		expect(zonedAt(0, 'Mars/Olympus')).toBeUndefined();
		expect(zonedAt(0, '')).toBeUndefined();
	});
});
