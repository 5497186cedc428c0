import { quote } from '../text';
import type { Companion } from './companions';
import { carriesZone } from './encoders/moment';
import { headerOf, plainName, type Header } from './header';
import { looksMisread } from './misread';
import { nearestName, type Named } from './nearNames';
import { isAnswered, isBookkeeping, isKnownColumn, sheetOf, type Sheet } from './otherColumns';
import type { Row } from './parameter';
import { twinLabel } from './properties';

/** Everything a column may be called to mean a parameter. */
export const namesOf = (row: Row): string[] => [
	row.api,
	row.property.displayName,
	row.zh,
	...(row.aliases ?? []),
	...(row.structured ? [twinLabel(row)] : []),
];

/** A column that means a parameter. */
export interface Meant {
	row: Row;
	/** The sheet beside whose other columns it may well mean something else. */
	doubtfulIn?: Sheet;
	/** What keeps a cell from being read, as the rest of a sentence that begins with the label. */
	problemOf?(cell: unknown): string | undefined;
}

/** A column that means none. */
export interface Other {
	row?: undefined;
	/** n8n, this node or the service puts it beside the parameters: left out without a word. */
	isKnown: boolean;
	/** Whether the name shows that its file was read in the wrong encoding. */
	isGarbled: boolean;
	/** The name that was probably meant, in the spelling of the catalogue. */
	meant?: string;
	/** What it says of the parameters beside it. */
	companion?: Companion;
	/** Whether it has one key alone of that, as files of tables spread objects over columns. */
	isPiece?: boolean;
	/** What sheet it shows to be at hand. */
	sheet?: Sheet;
	/** The row that it may mean where no column of a better name is there. */
	loosely?: Row;
	/** Whether that says nothing of what it is about: `ID`. */
	isVague?: boolean;
	/** Whether a program that keeps a table writes it into each row. */
	isBookkeeping?: boolean;
}

/** `StartTime`, in one word, is when a task really began: only `Start Time` is the label. */
const isOtherField = ({ bare, isOneWord }: Header, row: Row): boolean =>
	isOneWord && isAnswered(bare) && plainName(row.api) !== bare;

/** What a name says of all cells below it and the parameter does not take. */
function problemBy({ foreignUnit, foreignZone }: Header, row: Row): Meant['problemOf'] {
	if (foreignUnit && row.unit === 'seconds') {
		const problem = `counts ${quote(foreignUnit)} by its name; give seconds, in a column that says so`;
		return () => problem;
	}
	if (foreignZone && row.otherHalf) {
		const problem = `is in ${quote(foreignZone)} by its name; give China time, in a column that says so, or values with an offset, like 2026-01-31T00:30:00Z`;
		return (cell) => (carriesZone(cell) ? undefined : problem);
	}
	return undefined;
}

const isDoubtful = ({ plain, bare }: Header, { doubtful }: Row): boolean =>
	doubtful?.names.some((name) => [plain, bare].includes(plainName(name))) ?? false;

const PIECE = /^(\w+?)[._/[](\w+)\]?$/;

/** Whether a column is called as its parameter is, so that naming both says nothing more. */
export const isNamedAs = (column: string, { api, property }: Row): boolean =>
	[api, property.displayName].some((name) => plainName(name) === plainName(column));

/** What the columns of a sheet mean, by their names alone. */
export interface ColumnNames {
	meaningOf(column: string): Meant | Other;
	/** `did you mean "AutoStartDay"?` behind what separates it from the rest, or nothing. */
	didYouMean(column: string, separator: string): string;
}

/** The names under which columns mean these rows, and what stands beside them. */
export function columnsOf(
	rows: readonly Row[],
	companions: readonly Companion[] = [],
): ColumnNames {
	const ofRows = rows.flatMap((row) =>
		namesOf(row).map((name) => ({ row, name, plain: plainName(name) })),
	);
	const beside = companions.flatMap((companion) =>
		companion.names.map((name) => ({ companion, name, plain: plainName(name) })),
	);
	const named: readonly Named[] = [...ofRows, ...beside];
	const byName = new Map(ofRows.map(({ row, plain }) => [plain, row]));
	const companionBy = new Map(beside.map(({ companion, plain }) => [plain, companion]));
	const apis = new Set(rows.map(({ api }) => api));
	/** What a column has a key of: `expected.Status`, `expected_Status`, as files of tables write an object. */
	const wholeOf = (column: string): Companion | undefined => {
		const [, name, key = ''] = PIECE.exec(column) ?? [];
		return companions.find(
			(one) => one.name === name && one.keys && (one.keys.includes(key) || apis.has(key)),
		);
	};
	const suggested: Named[] = rows.flatMap((row) =>
		(row.almost ?? []).map((name) => ({
			name: row.property.displayName,
			plain: plainName(name),
		})),
	);

	const loose = new Map(
		rows.flatMap((row) =>
			[...(row.loose?.names ?? []), ...(row.loose?.vague ?? [])].map(
				(name) => [plainName(name), row] as const,
			),
		),
	);
	const vague = new Set(rows.flatMap((row) => (row.loose?.vague ?? []).map(plainName)));

	function meaningOf(column: string): Meant | Other {
		const header = headerOf(column);
		const { plain, bare, isOneWord, hasNotes } = header;
		// What is left of a garbled name may well be another one.
		const isGarbled = looksMisread(column);
		const row = isGarbled ? undefined : (byName.get(plain) ?? byName.get(bare));
		if (row && !isOtherField(header, row)) {
			return {
				row,
				doubtfulIn: isDoubtful(header, row) ? row.doubtful?.beside : undefined,
				problemOf: problemBy(header, row),
			};
		}
		const companion = isGarbled ? undefined : (companionBy.get(plain) ?? companionBy.get(bare));
		if (companion) return { isKnown: true, isGarbled, companion };
		const whole = wholeOf(column);
		if (whole) return { isKnown: true, isGarbled, companion: whole, isPiece: true };
		const loosely = isGarbled ? undefined : (loose.get(plain) ?? loose.get(bare));
		if (loosely) {
			return {
				isKnown: true,
				isGarbled,
				sheet: sheetOf(bare),
				loosely,
				isVague: vague.has(plain) || vague.has(bare),
			};
		}
		const meant = isGarbled
			? undefined
			: (row?.property.displayName ?? nearestName(column, named, suggested));
		// `End Time` is no field of an answer, as `EndTime` is, nor is one with a format beside it.
		const mayBeTyped = meant !== undefined && (!isOneWord || hasNotes);
		const isKnown = !isGarbled && isKnownColumn(column, bare) && !mayBeTyped;
		return {
			isKnown,
			isGarbled,
			meant,
			sheet: sheetOf(bare),
			isBookkeeping: isBookkeeping(column),
		};
	}

	return {
		meaningOf,
		didYouMean(column, separator) {
			const meaning = meaningOf(column);
			return !meaning.row && meaning.meant
				? `${separator}did you mean ${quote(meaning.meant)}?`
				: '';
		},
	};
}
