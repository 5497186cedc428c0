import type { Hmac } from 'node:crypto';

/** Encoded and signed in less than a millisecond. */
const PIECE = 32_768;

/** A text in pieces, no character of which is cut in half. */
export function* piecesOf(text: string): Generator<string> {
	for (let start = 0; start < text.length;) {
		const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(start + PIECE - 1));
		const end = start + PIECE + (isHalf ? 1 : 0);
		yield text.slice(start, end);
		start = end;
	}
}

/** Half a character, which has no bytes. */
const HALF = /\p{Surrogate}/u;

const MOST_BYTES = 3 * (PIECE + 1);

const codeOf = (sign: string): number => sign.charCodeAt(0);

const [PERCENT, TWO, FIVE] = [codeOf('%'), codeOf('2'), codeOf('5')];
const DIGITS = Array.from('0123456789ABCDEF', codeOf);
const BYTES = Array.from({ length: 256 }, (_none, byte) => byte);
/** Whether a byte stands for itself, and the digits of what stands for it where it does not. */
const IS_PLAIN = BYTES.map((byte) => /[\w.~-]/.test(String.fromCharCode(byte)));
const HIGH = BYTES.map((byte) => DIGITS[byte >> 4] ?? 0);
const LOW = BYTES.map((byte) => DIGITS[byte % 16] ?? 0);

/** Room for the signature, with its name. */
const SIGNATURE_BYTES = 200;

/**
 * A form in the making, and what is signed: the same, encoded once more. It works on bytes, since texts took
 * twice the time.
 */
export class EncodedForm {
	private readonly body: Buffer;

	private length = 0;

	/** A piece in UTF-8. */
	private readonly bytes = Buffer.allocUnsafe(MOST_BYTES);

	/** What is signed of it. */
	private readonly twice = Buffer.allocUnsafe(5 * MOST_BYTES);

	/** @param bytes of all names and values, and of what separates them */
	constructor(
		private readonly hmac: Hmac,
		bytes: number,
	) {
		this.body = Buffer.allocUnsafe(3 * bytes + SIGNATURE_BYTES);
	}

	/** A sign that separates names and values. */
	separate(sign: '&' | '='): void {
		this.length += this.body.write(sign, this.length);
		this.hmac.update(encodeURIComponent(sign));
	}

	/**
	 * A piece of a name or a value.
	 * @throws URIError as encodeURIComponent does
	 */
	add(text: string): void {
		if (HALF.test(text)) throw new URIError('URI malformed');
		const { body, bytes, twice } = this;
		const count = bytes.write(text);
		let { length } = this;
		let signed = 0;
		for (let place = 0; place < count; place++) {
			const byte = bytes[place] as number;
			if (IS_PLAIN[byte]) {
				body[length++] = byte;
				twice[signed++] = byte;
				continue;
			}
			const high = HIGH[byte] as number;
			const low = LOW[byte] as number;
			body[length++] = PERCENT;
			body[length++] = high;
			body[length++] = low;
			twice[signed++] = PERCENT;
			twice[signed++] = TWO;
			twice[signed++] = FIVE;
			twice[signed++] = high;
			twice[signed++] = low;
		}
		this.length = length;
		this.hmac.update(twice.subarray(0, signed));
	}

	/** With the signature behind it. */
	signed(): Buffer {
		const signature = encodeURIComponent(this.hmac.digest('base64'));
		this.length += this.body.write(`&Signature=${signature}`, this.length);
		return this.body.subarray(0, this.length);
	}
}
