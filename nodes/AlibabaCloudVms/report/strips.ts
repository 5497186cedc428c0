import { byDays } from '../calling/dayGroups';
import { lastDayOf } from '../calling/dayWords';
import type { CallsView } from '../calling/look';
import { within, without, type Span } from '../calling/spans';
import { stripOf, type Strip } from '../calling/strip';
import {
	DAY,
	dateOf,
	dayOf,
	dayOfDate,
	isWeekend,
	partsOfDay,
	weekdayOf,
} from '../calling/wallClock';
import { escaped } from './markup';
import { wordAt } from '../text';
import { filled, type Language, type Texts } from './texts';

/** Units of a picture: a day across, an hour down, and what stands around them. */
const BOX = { day: 28, hour: 3.6, left: 27, top: 4, width: 420, height: 112 };
const HEIGHT = Math.round(24 * BOX.hour);
const BOTTOM = BOX.top + HEIGHT;
const RIGHT = BOX.left + 14 * BOX.day;

const short = (number: number): string => String(Math.round(number * 100) / 100);

/** Windows as upright strokes: the day across, hours down. */
function strokes(windows: readonly Span[], first: number): string {
	const parts: string[] = [];
	for (const [day, spans] of byDays(windows)) {
		for (const { from, to } of spans) {
			parts.push(`M${day - first} ${short((from - day * DAY) / 60)}v${short((to - from) / 60)}`);
		}
	}
	return parts.join('');
}

/** What is drawn once and shown wherever it is needed: a thousand tasks have few schedules. */
class Shapes {
	private readonly ids = new Map<string, string>();

	/**
	 * @param tag the element's name
	 * @param rest what stands behind it, to the end of the element
	 * @returns what shows it
	 */
	use(tag: string, rest: string, classes = ''): string {
		const shape = `<${tag} id=?${rest}`;
		const id = this.ids.get(shape) ?? `s${this.ids.size.toString(36)}`;
		this.ids.set(shape, id);
		return `<use${classes === '' ? '' : ` class="${classes}"`} href=#${id} />`;
	}

	get size(): number {
		return this.ids.size;
	}

	forget(place: number): void {
		for (const shape of [...this.ids.keys()].slice(place)) this.ids.delete(shape);
	}

	/** Those from a place on, as the page has them. */
	from(place: number): string {
		const shapes = [...this.ids].slice(place);
		return shapes.map(([shape, id]) => shape.replace('?', id)).join('');
	}
}

export interface DrawnStrip {
	html: string;
	strip: Strip;
}

/** Draws the strips of a page. */
export class Strips {
	private readonly shapes = new Shapes();

	/** Public holidays that were drawn, by their days. */
	readonly holidays = new Map<string, string>();

	readonly unknownYears = new Set<string>();

	/** What the legend has to explain. */
	readonly seen = { pairs: false, outside: false, allowed: false };

	constructor(
		private readonly texts: Texts,
		private readonly language: Language,
	) {}

	draw({ look, policy }: CallsView): DrawnStrip | undefined {
		const { holidays } = look;
		if (!holidays) return undefined;
		const strip = stripOf(look, policy, holidays);
		const { span, before, after, allowed } = strip;
		const first = dayOf(span.from);
		const lane = (classes: string, windows: readonly Span[] | null): string =>
			windows && windows.length > 0
				? this.shapes.use('path', ` d="${strokes(windows, first)}"/>`, classes)
				: '';
		if (!before?.length && !after?.length) return { html: '', strip };
		const isAlike = JSON.stringify(before) === JSON.stringify(after);
		const inside = after && allowed ? within(after, allowed) : after;
		const outside = after && allowed ? without(after, allowed) : [];
		const own = isAlike ? 'a' : 'n';
		const lanes = [
			isAlike ? '' : lane('b', before),
			lane(own, inside),
			lane(`${own} o`, outside),
		].join('');
		this.note(strip, { isAlike, isOutside: outside.length > 0 });
		const label = filled(this.texts.stripLabel, dateOf(first), dateOf(lastDayOf(span)));
		const ground = this.shapes.use('g', `>${this.ground(strip)}</g>`);
		const html = `<svg class=s viewBox="0 0 ${BOX.width} ${BOX.height}" role=img aria-label="${escaped(label)}">${ground}${lanes}</svg>`;
		return { html, strip };
	}

	/** How many shapes there are so far. */
	get count(): number {
		return this.shapes.size;
	}

	/** Leaves out the shapes from a place on: whatever shows them is not on the page. */
	forget(place: number): void {
		this.shapes.forget(place);
	}

	/** The shapes from a place on. */
	shapesFrom(place: number): string {
		return this.shapes.from(place);
	}

	private note(strip: Strip, { isAlike, isOutside }: { isAlike: boolean; isOutside: boolean }) {
		const { holidays, unknownYears, allowed } = strip;
		for (const { day, holiday } of holidays) this.holidays.set(day, holiday[this.language]);
		for (const year of unknownYears) this.unknownYears.add(year);
		if (!isAlike) this.seen.pairs = true;
		if (isOutside) this.seen.outside = true;
		if (allowed) this.seen.allowed = true;
	}

	/** What lies behind the calls: hours, days, the user's calling hours, holidays. */
	private ground({ span, allowed, holidays }: Strip): string {
		const first = dayOf(span.from);
		const x = (day: number) => BOX.left + (day - first) * BOX.day;
		const parts: string[] = [];
		if (allowed && allowed.length > 0) {
			parts.push(`<path class=w d="${strokes(allowed, first)}"/>`);
		}
		for (const { day } of holidays) {
			const left = x(dayOfDate(day));
			parts.push(`<rect class=h x=${left} y=${BOX.top} width=${BOX.day} height=${HEIGHT} />`);
		}
		const across = [0, 6, 12, 18, 24].map(
			(hour) => `M${BOX.left} ${short(BOX.top + hour * BOX.hour)}H${RIGHT}`,
		);
		const down = Array.from(
			{ length: 15 },
			(_none, day) => `M${x(first + day)} ${BOX.top}V${BOTTOM}`,
		);
		parts.push(`<path class=g d="${across.join('')}${down.join('')}"/>`);
		for (const hour of [0, 6, 12, 18]) {
			const y = short(BOX.top + hour * BOX.hour + 3);
			parts.push(`<text class=e x=${BOX.left - 4} y=${y}>${hour}</text>`);
		}
		return `${parts.join('')}${this.days(first, x)}`;
	}

	private days(first: number, x: (day: number) => number): string {
		const { weekdays, months } = this.texts;
		const parts = Array.from({ length: 14 }, (_none, offset) => {
			const day = first + offset;
			const { month, date } = partsOfDay(day);
			const middle = x(day) + BOX.day / 2;
			const name = date === 1 ? wordAt(months, month) : wordAt(weekdays, weekdayOf(day) - 1);
			const mark = isWeekend(day) ? ' class=k' : '';
			const lines = [name, String(date)].map(
				(text, line) => `<text${mark} x=${middle} y=${BOTTOM + 10 + line * 9}>${text}</text>`,
			);
			return lines.join('');
		});
		const { year, month } = partsOfDay(first);
		const side = [year, wordAt(months, month)].map(
			(text, line) => `<text class=y x=0 y=${BOTTOM + 10 + line * 9}>${text}</text>`,
		);
		return [...side, ...parts].join('');
	}
}
