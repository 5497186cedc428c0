import { cut } from '../../text';
import { withCodePoints } from '../../unseen';

/** What is wrong with a text that should be JSON. */
interface Fault {
	/** Where, counted in UTF-16 units from 0. */
	at: number;
	/** What is expected there. */
	expected: string;
}

const BLANKS = /[ \t\r\n]*/y;
const PLAIN = /(?:[^"\\\p{Cc}]|[\u007F-\u009F])*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** Deeper ones are no structure of this service. */
const DEEPEST = 100;

const VALUE = 'a value like "text", 5 or true';

/** Walks through a text by the rules of JSON, up to the first place where it breaks one. */
class Walk {
	private at = 0;

	constructor(private readonly text: string) {}

	/** The first fault; undefined where there is none, or none was found. */
	fault(): Fault | undefined {
		this.skip(BLANKS);
		if (!/[[{]/.test(this.text.charAt(this.at))) return this.expect('`{` or `[`');
		const found = this.value(0);
		if (found) return found;
		this.skip(BLANKS);
		return this.at < this.text.length ? this.expect('nothing more') : undefined;
	}

	private expect(expected: string): Fault {
		return { at: this.at, expected };
	}

	private skip(pattern: RegExp): boolean {
		pattern.lastIndex = this.at;
		const [met] = pattern.exec(this.text) ?? [];
		this.at += met?.length ?? 0;
		return met !== undefined;
	}

	/** Takes a sign, if it is the next. */
	private take(sign: string): boolean {
		this.skip(BLANKS);
		if (this.text.charAt(this.at) !== sign) return false;
		this.at += 1;
		return true;
	}

	private value(depth: number): Fault | undefined {
		if (depth > DEEPEST) return this.expect('no deeper structure');
		if (this.take('{')) return this.members('}', () => this.member(depth));
		if (this.take('[')) return this.members(']', () => this.value(depth + 1));
		if (this.take('"')) return this.string();
		return this.skip(LITERAL) ? undefined : this.expect(VALUE);
	}

	private members(end: string, one: () => Fault | undefined): Fault | undefined {
		if (this.take(end)) return undefined;
		for (;;) {
			const found = one();
			if (found) return found;
			if (this.take(end)) return undefined;
			if (!this.take(',')) return this.expect(`a comma or \`${end}\``);
		}
	}

	private member(depth: number): Fault | undefined {
		if (!this.take('"')) return this.expect('a name in double quotes');
		const found = this.string();
		if (found) return found;
		return this.take(':') ? this.value(depth + 1) : this.expect('a colon');
	}

	private string(): Fault | undefined {
		for (;;) {
			this.skip(PLAIN);
			const next = this.text.charAt(this.at);
			if (next === '"') {
				this.at += 1;
				return undefined;
			}
			if (next === '\\') {
				if (!this.skip(ESCAPE))
					return this.expect('a backslash written twice, or \\n, \\t or the like');
			} else {
				return this.expect('the closing double quote');
			}
		}
	}
}

const LONGEST_BEFORE = 20;
const LONGEST_FOUND = 10;

/** Where in the text, as people count: lines and characters from 1. */
function placeOf(text: string, at: number): string {
	const lines = text.slice(0, at).split(/\r\n|\r|\n/);
	const character = `at character ${[...(lines.at(-1) ?? '')].length + 1}`;
	return /[\r\n]/.test(text.trim()) ? `in line ${lines.length}, ${character}` : character;
}

const shown = (text: string): string => withCodePoints(text.replace(/[\r\n\t]+/g, ' '));

/** The end of what stands before a place. */
function behind(text: string, at: number): string {
	const before = [...text.slice(0, at).trimEnd()];
	if (before.length === 0) return '';
	const cutOff = before.length > LONGEST_BEFORE ? '…' : '';
	return `, behind \`${cutOff}${shown(before.slice(-LONGEST_BEFORE).join(''))}\``;
}

/** What stands at a place. */
function foundAt(text: string, at: number): string {
	const [found = ''] = /^(?:[\w.+-]+|[^]?)/u.exec(text.slice(at)) ?? [];
	if (found === '') return 'the text ends there';
	return /^[\r\n]/.test(found)
		? 'the line ends there'
		: `there is \`${shown(cut(found, LONGEST_FOUND))}\``;
}

/**
 * What is wrong with a text that begins as an object or a list of JSON and is none, as the rest of a
 * sentence: where, and what is expected there. Undefined for any other text.
 */
export function brokenJson(text: string): string | undefined {
	// What a program writes for an object is no broken list.
	if (!/^\s*(?:\{|\[(?!object ))/.test(text.normalize('NFKC'))) return undefined;
	const fault = new Walk(text).fault();
	if (!fault) return undefined;
	const { at, expected } = fault;
	return `is no JSON: ${placeOf(text, at)}${behind(text, at)}, ${expected} is expected, but ${foundAt(text, at)}`;
}
