import RPCClient from '@alicloud/pop-core/lib/rpc';
import { startEmulator, TEST_KEYS, type Emulator } from '../../emulator';

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const client = (key: keyof typeof TEST_KEYS = 'active') =>
	new RPCClient({ ...TEST_KEYS[key], endpoint: emulator.url, apiVersion: '2017-05-25' });

const params = {
	EnterpriseId: 7000002,
	TaskId: '133224',
	Name: "回访 A*B~c'(1)!+&=",
	UserFields: '[{"name":"12 34"}]',
};

test.each(['active', 'temporary'] as const)(
	'the official client with the %s key updates',
	async (key) => {
		const body = await client(key).request('CloudUpdateTask', params, { method: 'POST' });
		expect(body).toMatchObject({ Code: 'OK', Data: { Name: params.Name } });
		expect(emulator.store.find('7000002', '133224')).toMatchObject({
			Name: params.Name,
			UserFields: params.UserFields,
		});
	},
);

test('its GET is accepted too', async () => {
	const body = await client().request('CloudGetTask', { EnterpriseId: 7000002, TaskId: 133224 });
	expect(body).toMatchObject({ Code: 'OK' });
});

test('its refusals carry code and message', async () => {
	const request = client('disabled').request('CloudUpdateTask', params, { method: 'POST' });
	await expect(request).rejects.toMatchObject({
		code: 'InvalidAccessKeyId.Inactive',
		data: { Message: 'Specified access key is disabled.' },
	});
});

test('its calls share one kept-alive connection', async () => {
	const before = emulator.connections;
	const shared = client();
	for (let call = 0; call < 3; call += 1) {
		await shared.request('CloudUpdateTask', params, { method: 'POST' });
	}
	expect(emulator.connections - before).toBe(1);
});

test('a parameter it turns into the text "undefined" is refused', async () => {
	const leaky = { ...params, Wrapup: undefined };
	const request = client().request('CloudUpdateTask', leaky, { method: 'POST' });
	await expect(request).rejects.toMatchObject({ code: 'isv.INVALID_PARAMETERS' });
});
