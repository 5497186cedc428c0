import type { IDataObject } from 'n8n-workflow';
import type { Other } from '../parameters/columns';
import { MISREAD } from '../parameters/misread';
import type { Row } from '../parameters/parameter';
import { listOf, quote } from '../text';

/** A column with a value that means no parameter. */
export interface LeftOut extends Other {
	name: string;
	/** A name inside its object that would mean something to change if it were a column. */
	inside?: { name: string; isDoubtful: boolean };
	/** Whether its cell is a row by itself, which a preview or an update gave. */
	isRow?: boolean;
}

/** Why a row has no value. */
export interface Lack {
	/** The rest of a sentence. */
	why: string;
	/** Whether it has no column at all: the sentence then names those that are there. */
	isWithoutColumn: boolean;
}

/** What there is to say about the columns of an item, beside the values that they give. */
export interface Columns {
	/** The object that was mapped. */
	source: IDataObject;
	/** What there is to say of rows that have no value. */
	lacks: ReadonlyMap<Row, Lack>;
	/** Names that mean nothing here and that nobody is known to add. */
	unknown: string[];
	leftOut: LeftOut[];
	/** Whether any column means something that could be changed. */
	meanSomething: boolean;
	/** Whether a language model wrote the object: then every key of it was meant. */
	isWrittenByModel: boolean;
	/** How columns were understood that may mean something else, in sentences. */
	doubts: string[];
}

const MOST_SAID = 5;

const sentence = ({ name, meant, inside }: LeftOut): string => {
	const hint = inside
		? `; ${quote(inside.name)} stands inside it and has to be a column by itself`
		: meant
			? `; did you mean ${quote(meant)}?`
			: '';
	return `The column ${quote(name)} was left out${hint}`;
};

const isOnlyGarbled = ({ meant, isGarbled, inside }: LeftOut): boolean =>
	isGarbled === true && meant === undefined && inside === undefined;

/** The encoding of a file is that of all its names. */
function garbled(columns: readonly LeftOut[]): string[] {
	if (columns.length === 0) return [];
	const [what, were, whose] =
		columns.length === 1
			? ['column', 'was', 'its name looks']
			: ['columns', 'were', 'their names look'];
	const names = listOf(columns.map(({ name }) => name));
	return [`The ${what} ${names} ${were} left out; ${whose} garbled: ${MISREAD}`];
}

/**
 * What an item has to know of its own columns, in sentences without the final period: how doubtful ones
 * were taken, and what was left out though it is near to a parameter. Where nothing is given to change,
 * that comes first, with what may be to blame.
 * @param refusesUnknown whether unknown columns are refused: that is not said again
 */
export function notesOn(
	columns: Columns,
	{ givesNothing, refusesUnknown }: { givesNothing: boolean; refusesUnknown: boolean },
): string[] {
	const { leftOut, meanSomething, isWrittenByModel, doubts } = columns;
	const said = leftOut.filter(({ isKnown, isGarbled, meant, inside }) => {
		if (!isKnown && refusesUnknown) return false;
		const isNear = meant !== undefined || isGarbled || inside?.isDoubtful === false;
		if (!isKnown && isNear) return true;
		if (!givesNothing && !isWrittenByModel) return false;
		if (inside) return true;
		return meant !== undefined || (!isKnown && (isWrittenByModel || !meanSomething));
	});
	if (said.length === 0) return doubts;
	const readable = said.filter((one) => !isOnlyGarbled(one));
	const more = readable.length - MOST_SAID;
	return [
		...doubts,
		...(givesNothing ? ['No column means anything to change, so nothing changes'] : []),
		...garbled(said.filter(isOnlyGarbled)),
		...readable.slice(0, MOST_SAID).map(sentence),
		...(more > 0 ? [`${more} more columns were left out`] : []),
	];
}
