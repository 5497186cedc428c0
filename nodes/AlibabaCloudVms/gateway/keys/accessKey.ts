import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { fail, type Result } from '../failure';
import type { Keys, KeySource } from './keys';

const KEY_PARTS = [
	['accessKeyId', "'AccessKey ID'"],
	['accessKeySecret', "'AccessKey Secret'"],
	['securityToken', "'Security Token'"],
] as const;

type KeyPart = (typeof KEY_PARTS)[number][0];

/** Blanks, and characters without a form of their own, as they come with pasting. */
const AROUND = /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu;

/** What no part of a key holds: all of them are printable ASCII. */
const FOREIGN = /[^\x21-\x7e]/u;

/** What a character of a pasted key is, without the key around it. */
function nameOf(character: string): string {
	if (/[\r\n\u2028\u2029]/.test(character)) return 'a line break';
	if (/\s/.test(character)) return 'a blank';
	const code = character.codePointAt(0) ?? 0;
	return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const refuse = (message: string, description: string) =>
	fail({ kind: 'input', message, description });

/**
 * The key in a credential of type `alibabaCloudAccessKeyApi`. Blanks and invisible characters around pasted
 * keys are dropped; inside they are refused, since a key that was put together by guesswork may be another.
 */
export function accessKeyIn(credential: ICredentialDataDecryptedObject): Result<KeySource> {
	const text = (name: KeyPart) => String(credential[name] ?? '').replace(AROUND, '');
	const lacking = KEY_PARTS.filter(([name]) => name !== 'securityToken' && text(name) === '');
	if (lacking.length > 0) {
		const named = lacking.map(([, label]) => label).join(' and ');
		return refuse(
			`${named} in the credential ${lacking.length > 1 ? 'are' : 'is'} empty`,
			'Fill in the AccessKey of a RAM user that may use Voice Messaging Service.',
		);
	}
	for (const [name, label] of KEY_PARTS) {
		const foreign = FOREIGN.exec(text(name));
		if (!foreign) continue;
		return refuse(
			`${label} in the credential has ${nameOf(foreign[0])} inside, behind its character ${foreign.index}`,
			'Copy it again as one piece: a key holds no line breaks, blanks or characters that cannot be seen.',
		);
	}
	const keys: Keys = {
		accessKeyId: text('accessKeyId'),
		accessKeySecret: text('accessKeySecret'),
		securityToken: text('securityToken') || undefined,
	};
	const current: Result<Keys> = { ok: true, value: keys };
	return { ok: true, value: { id: keys.accessKeyId, current: async () => current } };
}
