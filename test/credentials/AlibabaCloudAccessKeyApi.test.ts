import { NodeHelpers, type INodeProperties } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { readConnection } from '../../nodes/AlibabaCloudVms/gateway/connection';

const credential = new AlibabaCloudAccessKeyApi();
const node = new AlibabaCloudVms();
const property = (name: string) => credential.properties.find((one) => one.name === name);

test('the form has the fields of the documentation, in its order', () => {
	const fields = credential.properties.filter(({ type }) => type !== 'notice');
	expect(fields.map(({ name, displayName }) => [name, displayName])).toEqual([
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

test('where there is no default enterprise, the form says what that means', () => {
	const notice = credential.properties.find(({ type }) => type === 'notice');
	expect(notice?.displayName).toMatch(/each node has to give its own/);
	const isShown = (enterpriseId: string) =>
		NodeHelpers.displayParameter({ enterpriseId }, notice as INodeProperties, null, null);
	expect([isShown(''), isShown('7000002')]).toEqual([true, false]);
});

test('tooltips say which permission the key needs and where the call center is found', () => {
	expect(property('accessKeyId')?.description).toContain('<code>dyvms:*</code>');
	expect(property('enterpriseId')?.description).toContain('实例访问地址');
});
