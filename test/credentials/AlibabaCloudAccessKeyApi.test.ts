import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { readConnection } from '../../nodes/AlibabaCloudVms/gateway/connection';

const credential = new AlibabaCloudAccessKeyApi();
const node = new AlibabaCloudVms();
const property = (name: string) => credential.properties.find((one) => one.name === name);

test('the form has the fields of the documentation, in its order', () => {
	expect(credential.properties.map(({ name, displayName }) => [name, displayName])).toEqual([
		['accessKeyId', 'AccessKey ID'],
		['accessKeySecret', 'AccessKey Secret'],
		['securityToken', 'Security Token'],
		['endpoint', 'Endpoint'],
		['enterpriseId', 'Default Enterprise ID'],
	]);
});

test('what is secret is typed as a password, and nothing secret has a default', () => {
	for (const name of ['accessKeySecret', 'securityToken']) {
		expect(property(name)).toMatchObject({ default: '', typeOptions: { password: true } });
	}
});

test('the default endpoint is one that the node accepts', () => {
	const endpoint = property('endpoint')?.default;
	expect(endpoint).toBe('https://dyvmsapi.aliyuncs.com');
	const read = readConnection({
		accessKeyId: 'a',
		accessKeySecret: 'b',
		endpoint: String(endpoint),
	});
	expect(read).toMatchObject({ ok: true, value: { endpoint } });
});

test('the node asks for it by name and tests it with a method that it has', () => {
	const [asked] = node.description.credentials ?? [];
	expect(asked).toMatchObject({ name: credential.name, required: true });
	expect(Object.keys(node.methods.credentialTest)).toEqual([asked?.testedBy]);
	// A test of the type's own would win over the method, and could not tell causes apart.
	expect(credential).not.toHaveProperty('test');
});
