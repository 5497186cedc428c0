import type { INodeProperties } from 'n8n-workflow';
import type { Encoder, Unit } from '../parameters/parameter';

/** An option of the node. It is declared once; operations offer it by putting it into their record. */
export interface Option<T> {
	/** Its default is the option's default. */
	property: INodeProperties;
	read: Encoder;
	/** What its number counts. */
	unit?: Unit;
	/** Whether the first item decides for the whole execution. */
	isWide?: true;
	/** Whether it has no value where it was not added. */
	mayBeAbsent?: true;
	/** Never set: it carries the type. */
	value?: T;
}

/** An option of this type. */
export const option = <T>(one: Option<T>): Option<T> => one;

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values of some options, by their names. */
export type ValuesOf<O extends Options> = {
	[Name in keyof O]: O[Name] extends Option<infer T> ? T : never;
};
