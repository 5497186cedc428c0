import { once } from '../once';
import type { Companion } from './companions';
import { columnsOf, type ColumnNames } from './columns';
import type { Row, Rule, Section } from './parameter';
import { tiesOf } from './ties';

/** The parameters of an operation, and what follows from their rows. It is handed to whoever works with them. */
export interface Catalogue {
	/** The fields at the top of the editor, which say what it is about. */
	identity: readonly Row[];
	/** Without which nothing is sent. */
	required: readonly Row[];
	/** The collections of the editor, in their order there. */
	sections: readonly Section[];
	/** All rows, in that order: a switch stands before what depends on it. */
	rows: readonly Row[];
	rules: readonly Rule[];
	/** Rules whose sentences keep nothing from being sent. */
	cautions: readonly Rule[];
	/** Names of the fields whose values decide whether others apply. */
	controllers: ReadonlySet<string>;
	/** Columns beside the parameters that say what is done with them. */
	companions: readonly Companion[];
	/** Such that it can't heed: they are known, and refused where they say anything. */
	unheeded: readonly Companion[];
	/** What columns of sheets mean. */
	readonly columns: ColumnNames;
	/** The row of a field, by its name in the editor. */
	rowNamed(name: string): Row | undefined;
	placeOf(row: Row): number;
	/** The row that takes the other half of a moment. */
	otherHalfOf(row: Row): Row | undefined;
	/** Whether two rows belong together, by the reference page. */
	areTied(one: Row, other: Row): boolean;
}

/** @param more what has to be there, the identity unless said otherwise; and what stands beside the rows */
export function catalogueOf(
	identity: readonly Row[],
	sections: readonly Section[],
	{
		required = identity,
		companions = [],
		unheeded = [],
	}: Partial<Pick<Catalogue, 'required' | 'companions' | 'unheeded'>> = {},
): Catalogue {
	const rows = [...identity, ...sections.flatMap((section) => section.rows)];
	const rules = sections.flatMap((section) => section.rules);
	const cautions = sections.flatMap((section) => section.cautions ?? []);
	const byName = new Map(rows.map((row) => [row.property.name, row]));
	const byApi = new Map(rows.map((row) => [row.api, row]));
	const places = new Map(rows.map((row, place) => [row, place]));
	const columns = once(() => columnsOf(rows, [...companions, ...unheeded]));
	const ties = once(() => tiesOf(rows, [...rules, ...cautions]));
	return {
		identity,
		required,
		sections,
		rows,
		rules,
		cautions,
		companions,
		unheeded,
		controllers: new Set(
			rows.flatMap(({ property: { displayOptions: { show, hide } = {} } }) =>
				Object.keys({ ...show, ...hide }),
			),
		),
		get columns() {
			return columns();
		},
		rowNamed: (name) => byName.get(name),
		placeOf: (row) => places.get(row) ?? rows.length,
		otherHalfOf: ({ otherHalf }) => (otherHalf === undefined ? undefined : byApi.get(otherHalf)),
		areTied: (one, other) => ties()(one, other),
	};
}
