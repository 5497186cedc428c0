import type { Catalogue } from '../parameters/catalogue';
import { quote } from '../text';
import { fieldName, type Read } from './given';

function inOrder(fields: Read[], added: Read, { placeOf }: Catalogue): void {
	const place = placeOf(added.row);
	const next = fields.findIndex(({ row }) => placeOf(row) > place);
	fields.splice(next < 0 ? fields.length : next, 0, added);
}

/** Which of the two counts is the person's to say: the wrong one moves calls to another hour or day. */
function contradicted(field: Read, other: Read): Read {
	const own = field.row.property.type === 'dateTime' ? 'a date' : 'a time';
	const issue = `is ${quote(field.value)}, which makes '${other.label}' ${field.reading.otherHalf} in China, but ${fieldName(other)} is ${other.reading.wire}; give the same in both, or ${own} alone here`;
	return { ...field, reading: { ...field.reading, issue } };
}

/**
 * A moment in a cell for one half fills the other half too, where that is not given or empty; where it is
 * given and says something else, the moment is refused. What was taken for a date and may be a moment is
 * warned about where no time is given beside it. The fields are changed in place, not what they hold:
 * equal cells of other items share it.
 */
export function fillHalves(fields: Read[], catalogue: Catalogue): void {
	for (const field of [...fields]) {
		const { otherHalf, warningAlone: warning } = field.reading;
		const isHalf = otherHalf !== undefined || warning !== undefined;
		const row = isHalf ? catalogue.otherHalfOf(field.row) : undefined;
		if (!row) continue;
		const place = fields.findIndex((one) => one.row === row);
		const other = fields[place];
		if (otherHalf === undefined) {
			if (other?.reading.wire) continue;
			fields[fields.indexOf(field)] = { ...field, reading: { ...field.reading, warning } };
		} else if (!other || other.reading.wire === '') {
			if (other) fields.splice(place, 1);
			const reading = { value: otherHalf, wire: otherHalf };
			const { displayName: label } = row.property;
			inOrder(fields, { row, label, value: otherHalf, reading }, catalogue);
		} else if (other.reading.issue === undefined && other.reading.wire !== otherHalf) {
			fields[fields.indexOf(field)] = contradicted(field, other);
		}
	}
}
