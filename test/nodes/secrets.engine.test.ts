import type { INodeParameters } from 'n8n-workflow';
import { inspect } from 'node:util';
import { TEST_KEYS, type AccessKey, type FaultKind } from '../../emulator';
import { credentialOf, detailsOf, useBench, type RunOptions } from '../support/bench';
import { GATEWAY_FAILURES } from '../support/failures';
import { startProxy } from '../support/proxy';
import { BUILT_NODE, SOURCE_NODE } from '../support/nodeFile';
import { runInChild } from '../support/runInChild';
import { entries } from '../support/builders';

/** No text of n8n, of Node.js or of this package has one of these in it. */
const [ID, CODE, PASS] = ['LTAI5tZebraQuartz', 'wombatViolin7Kq+/=', 'STS.yakMarimba+/='] as const;

const KEY: AccessKey = {
	...TEST_KEYS.active,
	accessKeyId: ID,
	accessKeySecret: CODE,
	securityToken: PASS,
};
const credential = credentialOf(KEY);
const environment = { ...process.env };

const bench = useBench();
let printed: string;
beforeEach(() => {
	bench.emulator.settings.keys.push({ ...KEY });
	printed = '';
	const note = (chunk: unknown) => {
		printed += String(chunk);
		return true;
	};
	jest.spyOn(process.stdout, 'write').mockImplementation(note);
	jest.spyOn(process.stderr, 'write').mockImplementation(note);
});
afterEach(() => {
	jest.restoreAllMocks();
	process.env = { ...environment };
});

/** A text as it is, percent-encoded once and twice, and in base64. */
const spellings = (text: string) => {
	const once = encodeURIComponent(text);
	return [text, once, encodeURIComponent(once), btoa(text)];
};

/** What must be nowhere: the three parts of the key, and every signature that was sent. */
function secrets(): string[] {
	const signatures = bench.emulator.requests.map(({ params }) => params.Signature ?? '');
	const parts = [KEY.accessKeyId, KEY.accessKeySecret, KEY.securityToken ?? '', ...signatures];
	return parts.filter((part) => part !== '').flatMap(spellings);
}

/** Every own property at any depth, hidden ones too, and what a saved execution would hold. */
const everythingIn = (value: unknown): string =>
	[
		inspect(value, { depth: null, showHidden: true, maxStringLength: null }),
		JSON.stringify(value),
		...(value instanceof Error ? [value.message, value.stack, inspect(value.cause)] : []),
	].join('\n');

/** Runs the failure in both ways, stopping and going on, and searches all that came out. */
async function expectNothingSecret(parameters: INodeParameters = {}, options: RunOptions = {}) {
	const run = { credential, ...options };
	const stopped = await bench.failure(parameters, run);
	const node = { onError: 'continueRegularOutput' as const };
	const continued = await bench.run(parameters, { ...run, node });
	const shown = [everythingIn(stopped), everythingIn(continued), printed].join('\n');
	expect(secrets().filter((secret) => shown.includes(secret))).toEqual([]);
}

const OWN_KEY = GATEWAY_FAILURES.filter((failure) => !failure.credential);

test.each(OWN_KEY)('$name shows nothing secret', async ({ arrange, taskId = '133224' }) => {
	arrange?.(bench);
	await expectNothingSecret({ taskId });
	expect(bench.emulator.requests).toHaveLength(2);
});

test.each<[string, Partial<AccessKey>]>([
	['an unknown key', { accessKeyId: 'someone-else' }],
	['a disabled key', { status: 'Inactive' }],
	['a wrong secret, to which the gateway tells what was signed', { accessKeySecret: 'x' }],
	['a wrong token', { securityToken: 'STS.other' }],
	['an expired token', { tokenExpiresAt: 1 }],
	['a key without permission', { allowedActions: [] }],
])('%s shows nothing secret', async (_name, known) => {
	bench.emulator.settings.keys = [{ ...KEY, ...known }];
	await expectNothingSecret();
	expect(bench.emulator.requests).toHaveLength(2);
});

/** Without a wait for what does not come. */
const AT_ONCE = { options: { waitForTheGateway: 0 } };

const FAULTS: FaultKind[] = [
	'dropAfterApply',
	'hang',
	'truncated',
	'notJson',
	'emptyBody',
	'noCode',
	'internalError',
];

test.each(FAULTS)('%s shows nothing secret', async (fault) => {
	bench.emulator.failNext(fault, 2);
	await expectNothingSecret({ options: { timeout: 1 } });
});

test.each([
	['a closed port', 'http://127.0.0.1:9'],
	['an unknown host', 'https://does-not-exist.invalid'],
	['no TLS', 'TLS'],
	['an endpoint that is none', `https://${KEY.accessKeyId}:${KEY.accessKeySecret}@x/`],
])('%s shows nothing secret', async (_name, endpoint) => {
	const typed = endpoint === 'TLS' ? bench.emulator.url.replace('http', 'https') : endpoint;
	await expectNothingSecret(AT_ONCE, { credential: { ...credential, endpoint: typed } });
});

test('a proxy that refuses, and its own password, show nothing secret', async () => {
	const proxy = await startProxy(407);
	const login = `${KEY.accessKeyId}:${encodeURIComponent(KEY.accessKeySecret)}@`;
	const behindIt = { credential: { ...credential, endpoint: 'https://localhost:9' } };
	for (const mode of [407, 'babbles', 'hangsUp'] as const) {
		proxy.mode = mode;
		process.env.HTTPS_PROXY = proxy.url.replace('//', `//${login}`);
		await expectNothingSecret(AT_ONCE, behindIt);
	}
	expect(proxy.authorizations[0]).toMatch(/^Basic /);
	process.env.HTTPS_PROXY = `socks5://${login}127.0.0.1`;
	await expectNothingSecret(AT_ONCE, behindIt);
	await proxy.close();
});

/** A gateway that repeats all it was told, in every way it could. */
const echo = (code: string) => {
	const { accessKeyId, accessKeySecret, securityToken = '' } = KEY;
	const parts = [accessKeyId, accessKeySecret, securityToken];
	const said = parts.flatMap((part) => spellings(part).slice(0, 3)).join(' ');
	const secret = encodeURIComponent(parts.join(' '));
	return JSON.stringify({
		Code: code,
		Message: said,
		RequestId: said,
		Data: { Name: said },
		Recommend: `https://api.aliyun.com/troubleshoot?q=${secret}&Signature=${secret}`,
		AccessDeniedDetail: {
			AuthAction: accessKeyId,
			NoPermissionType: accessKeySecret,
			EncodedDiagnosticMessage: btoa(`.${parts.join(' ')}`),
		},
	});
};

test.each(['isv.NEW', 'SignatureDoesNotMatch', 'InternalError', 'NoPermission'])(
	'a gateway that repeats the key with %s shows nothing secret',
	async (code) => {
		bench.emulator.settings.answer = { status: 400, body: echo(code) };
		await expectNothingSecret();
		const headers = { 'x-acs-request-id': 'R-1' };
		bench.emulator.settings.answer = { status: 400, headers, body: echo(code) };
		await expectNothingSecret();
		await expectNothingSecret({ operation: 'preview' });
	},
);

test.each([ID, CODE, PASS, `${'R'.repeat(60)}${CODE}`])(
	'a gateway that repeats %s in its header shows nothing secret',
	async (requestId) => {
		const headers = { 'x-acs-request-id': requestId };
		bench.emulator.settings.answer = { status: 400, headers, body: '{"Code":"X"}' };
		await expectNothingSecret();
		const { description } = await bench.failure({}, { credential });
		expect(description).not.toContain('Request ID');
		bench.emulator.settings.answer = { status: 502, headers, body: 'away' };
		await expectNothingSecret();
	},
);

test('a gateway that repeats the key in a success shows nothing secret', async () => {
	bench.emulator.settings.answer = { status: 200, body: echo('OK') };
	for (const simplify of [true, false]) {
		const parameters = { options: { simplify, includeRequestParameters: true } };
		const shown = everythingIn(await bench.run(parameters, { credential })) + printed;
		expect(secrets().filter((secret) => shown.includes(secret))).toEqual([]);
	}
});

test('a refusal that hides a signature in its data shows nothing secret', async () => {
	const Result = 'Signature=XgBr4aD1vL0fJz6qS8tYw2Hk5Mo%3D';
	bench.emulator.settings.answer = {
		status: 200,
		body: JSON.stringify({ Code: 'OK', RequestId: 'A', Data: { Result } }),
	};
	const { message } = await bench.failure({}, { credential });
	expect(message).toContain('Data.Result Signature=***');
});

describe("what a task holds is its owner's", () => {
	const DESCRIPTION =
		'录音 https://oss.example/a.wav?Expires=1&Signature=XgBr4aD1vL0fJz6qS8tYw2Hk5Mo%3D';
	/** Ordinary words of campaigns, and those of the key in use. */
	const { accessKeyId: id, accessKeySecret: word } = TEST_KEYS.active;
	const NAME = `${id} and ${word}`;
	const parameters: INodeParameters = {
		details: {
			name: NAME,
			description: DESCRIPTION,
			userFields: entries('field', [{ name: 'link', value: DESCRIPTION }]),
		},
	};

	test('and comes back as it is', async () => {
		const options = { verifyAfterUpdate: true };
		const { output } = await bench.run({ ...parameters, options });
		expect(output[0]?.json).toMatchObject({
			Name: NAME,
			Description: DESCRIPTION,
			UserFields: expect.stringContaining(DESCRIPTION),
			verified: true,
		});
		const preview = await bench.run({ ...parameters, operation: 'preview' });
		expect(detailsOf(preview.output[0]).changes).toEqual([]);
	});

	test('but for the key itself, in records and in the address of a form too', async () => {
		const details = { name: `for ${ID}`, description: `${CODE} ${PASS}` };
		const options = { includeRequestParameters: true, includeChangeRecord: true };
		const run = { credential };
		const { output } = await bench.run({ details, options }, run);
		expect(output[0]?.json).toMatchObject({
			explorer: expect.stringMatching(/^https:/),
			record: { changedTo: expect.stringContaining('***') },
		});
		const preview = await bench.run({ operation: 'preview', details }, run);
		const failing = { taskId: '999', details, options };
		const refused = await bench.run(failing, {
			...run,
			node: { onError: 'continueRegularOutput' },
		});
		// n8n keeps the node in the error, with the fields as they are stored: that is not looked at.
		const stopped = await bench.failure(failing, run);
		const shown = [output, preview, refused, stopped.context, stopped.message, stopped.description]
			.map(everythingIn)
			.join('\n');
		expect(secrets().filter((secret) => shown.includes(secret))).toEqual([]);
	});

	test('but for the key itself', async () => {
		const details = { name: `for ${ID}`, description: `${CODE} ${encodeURIComponent(PASS)}` };
		const { output } = await bench.run({ details }, { credential });
		expect(output[0]?.json).toMatchObject({ Name: 'for ***', Description: '*** ***' });
	});
});

describe('where somebody has written the key into a field', () => {
	const details = { name: `for ${ID}`, description: `${CODE} ${encodeURIComponent(PASS)}` };
	const ALL = { includeRequestParameters: true, includeInputColumns: true };

	test.each<[string, INodeParameters]>([
		['an update', { details }],
		['an update of what differs', { details, options: { ...ALL, onlySendWhatDiffers: true } }],
		['a preview', { operation: 'preview', details }],
		[
			'a creation',
			{ operation: 'create', type: 1, ...details, details, agents: { cnos: '1' }, options: ALL },
		],
		['a refusal', { details, callHandling: { customerTimeout: `={{ '${CODE}' }}` } }],
		['a previewed refusal', { operation: 'preview', taskId: `={{ '${ID}' }}` }],
		['a choice', { options: { whenTaskIsRunning: `={{ '${CODE}' }}` } }],
	])('%s shows it nowhere', async (_what, parameters) => {
		const items = [{ [`column ${ID}`]: `cell ${CODE}` }];
		const node = { onError: 'continueRegularOutput' as const };
		const ran = await bench.run(parameters, { credential, items, node });
		expect(ran.output).toHaveLength(1);
		const shown = everythingIn(ran.output.map(({ json }) => json)) + everythingIn(ran.hints);
		expect(secrets().filter((secret) => shown.includes(secret))).toEqual([]);
		expect(shown).toContain('***');
	});

	test('an error that stops the run shows it nowhere', async () => {
		const error = await bench.failure({ taskId: `={{ '${CODE}' }}` }, { credential });
		expect(error.message).toContain('***');
		// n8n keeps the node in it, with the fields as they are stored.
		const { message, description, context, stack } = error;
		const shown = everythingIn({ message, description, context, stack });
		expect(secrets().filter((secret) => shown.includes(secret))).toEqual([]);
	});
});

describe('with everything logged that can be', () => {
	const LOGGED = { DEBUG: '*', NODE_DEBUG: '', N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console' };
	const faults = [...FAULTS, 'dropBeforeApply', 'serviceUnavailable'] as const;

	const logOf = async (file: string) => {
		for (const fault of faults) bench.emulator.failNext(fault);
		const { output, printed: logged } = await runInChild(
			{
				file,
				credential: { ...credential, endpoint: bench.emulator.url },
				parameters: { options: { timeout: 1 } },
				items: faults.length + 1,
				onError: 'continueRegularOutput',
			},
			LOGGED,
		);
		expect(output?.filter(({ json }) => 'error' in json)).toHaveLength(faults.length);
		expect(output).toHaveLength(faults.length + 1);
		const shown = everythingIn(output) + logged;
		return secrets().filter((secret) => shown.includes(secret));
	};

	test('the built node prints nothing secret', async () => {
		expect(await logOf(BUILT_NODE)).toEqual([]);
	});

	test('the search would find it: pop-core as published prints whole requests', async () => {
		expect((await logOf(SOURCE_NODE)).length).toBeGreaterThan(faults.length);
	});
});
