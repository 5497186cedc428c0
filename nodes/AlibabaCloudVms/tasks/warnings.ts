import type { INodeParameters } from 'n8n-workflow';
import { fieldsBy } from '../input/check';
import type { Read } from '../input/given';
import { hiddenBy } from '../input/read';
import type { Catalogue } from '../parameters/catalogue';
import type { ChinaTime } from '../parameters/chinaTime';
import { choiceName } from '../parameters/words';
import { allOf } from '../text';
import { effectiveIn } from './compare';
import { ENDS, momentOf, type Effective } from './ends';
import { AUTOMATIC, type TaskState } from './state';

/** What is allowed, and yet worth a second look. Nothing here keeps a change from being sent. */

const labelled = (name: string, { rowNamed }: Catalogue): string =>
	`'${rowNamed(name)?.property.displayName ?? name}'`;

function scheduleWarnings(
	fields: readonly Read[],
	effective: Effective,
	{ day: today, time: clock }: ChinaTime,
	catalogue: Catalogue,
): string[] {
	return ENDS.flatMap((end) => {
		const moment = momentOf(end, fields, { effective, today });
		if (!moment) return [];
		const { day, time } = moment;
		const isPast = day !== undefined && (day < today || (day === today && (time ?? clock) < clock));
		if (!isPast) return [];
		const what = [day, time].filter(Boolean).join(' ');
		const labels = `${labelled(end.day, catalogue)} and ${labelled(end.time, catalogue)}`;
		return [`${labels} (${what}) lie in the past; in China it is ${today} ${clock} now`];
	});
}

const labelsOf = (fields: readonly Read[]): string =>
	allOf(fields.map(({ label }) => `'${label}'`));

/**
 * What has no effect because of a switch that the item does not give and the task has. It is sent all the
 * same: the switch may be for later.
 */
function withoutEffect(
	fields: readonly Read[],
	effective: Effective,
	{ catalogue, whose = 'as it is in the task' }: Circumstances,
): string[] {
	const byReason = new Map<string, Read[]>();
	for (const field of fields) {
		const { row, reading } = field;
		const { displayOptions } = row.property;
		if (!displayOptions || row.insteadOf || reading.wire === '') continue;
		const controllers = Object.keys({ ...displayOptions.show, ...displayOptions.hide });
		const values = controllers.map((name) => [name, effective(name)] as const);
		const known = values.filter(([, value]) => value !== undefined);
		const reason = hiddenBy(row, Object.fromEntries(known) as INodeParameters, catalogue);
		if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), field]);
	}
	return [...byReason].map(
		([reason, hidden]) =>
			`${labelsOf(hidden)} ${hidden.length > 1 ? 'have' : 'has'} no effect ${reason}, ${whose}`,
	);
}

function typeWarnings(
	fields: readonly Read[],
	state: TaskState | undefined,
	catalogue: Catalogue,
): string[] {
	if (state?.type !== AUTOMATIC) return [];
	const foreign = fields.filter(({ row, reading }) => row.predictiveOnly && reading.wire !== '');
	const isUnlimited = fields.some(
		({ row, reading }) => row.property.name === 'concurrency' && reading.value === 0,
	);
	return [
		...(foreign.length > 0
			? [`The task is automatic; only predictive tasks use ${labelsOf(foreign)}`]
			: []),
		...(isUnlimited
			? [
					`The task is automatic; only in predictive tasks ${labelled('concurrency', catalogue)} 0 means no limit`,
				]
			: []),
	];
}

function discouraged(fields: readonly Read[]): string[] {
	const found = fields.filter(({ row, reading }) => row.discouraged && reading.wire !== '');
	return found.length > 0 ? [`The vendor advises against ${labelsOf(found)} as given here`] : [];
}

/** What the vendor is going to take away, in words of its own. */
const retiring = (fields: readonly Read[]): string[] =>
	fields
		.filter(({ row, reading }) => row.retiring?.values.includes(reading.value))
		.map(({ label, row: { retiring: kinds, property }, reading: { value } }) => {
			const [given, better] = [value, kinds?.inFavourOf].map((one) => choiceName(property, one));
			return `The vendor will withdraw '${given}' of '${label}' and recommends '${better}'`;
		});

/** What rules across fields say of values that are sent all the same. */
function cautionsOn(fields: readonly Read[], value: Effective, catalogue: Catalogue): string[] {
	// They look for few names, so that no map is worth it.
	const named = (name: string) => fields.find(({ row }) => row.property.name === name);
	const effective = { ...fieldsBy(named, catalogue), value };
	return catalogue.cautions.flatMap((caution) => caution(effective));
}

interface Circumstances {
	catalogue: Catalogue;
	now: ChinaTime;
	/** Whose a switch is that an item does not give, as the end of a sentence. */
	whose?: string;
}

/** Sentences without the final period; none where nothing is worth a second look. */
export function warningsFor(
	fields: readonly Read[],
	state: TaskState | undefined,
	circumstances: Circumstances,
): string[] {
	const { catalogue, now } = circumstances;
	const effective = effectiveIn(fields, state, catalogue);
	return [
		...(state ? withoutEffect(fields, effective, circumstances) : []),
		...scheduleWarnings(fields, effective, now, catalogue),
		...typeWarnings(fields, state, catalogue),
		...discouraged(fields),
		...retiring(fields),
		...cautionsOn(fields, effective, catalogue),
		...fields
			.filter(({ reading }) => reading.warning)
			.map(({ label, reading }) => `'${label}' ${reading.warning}`),
	];
}
