import type { INodeParameters } from 'n8n-workflow';

/** What builders hold, as the editor stores it. Tests of wrong values put anything into them. */

/** A builder of entries. */
export const entries = (name: string, list: readonly unknown[]) => ({
	all: { [name]: { [name]: list as INodeParameters[] } },
});

export const rounds = (...list: unknown[]) => ({
	all: { kind: 'rounds', round: { round: list as INodeParameters[] } },
});

export const rules = (...list: unknown[]) => ({
	all: { kind: 'rules', rule: { rule: list as INodeParameters[] } },
});

export const NO_RETRIES = { all: { kind: 'none' } };
