import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Signed with, never sent: the test is a method of the node, since a rule here could not tell causes apart. */
export class AlibabaCloudAccessKeyApi implements ICredentialType {
	name = 'alibabaCloudAccessKeyApi';

	displayName = 'Alibaba Cloud AccessKey API';

	icon: Icon = {
		light: 'file:../nodes/AlibabaCloudVms/alibabaCloudVms.svg',
		dark: 'file:../nodes/AlibabaCloudVms/alibabaCloudVms.dark.svg',
	};

	documentationUrl = 'https://help.aliyun.com/zh/ram/user-guide/create-an-accesskey-pair';

	properties: INodeProperties[] = [
		{
			displayName: 'AccessKey ID',
			name: 'accessKeyId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. LTAI5t...',
			description: 'AccessKey ID of a RAM user with permission for dyvms',
		},
		{
			displayName: 'AccessKey Secret',
			name: 'accessKeySecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Shown once, when the AccessKey is created',
		},
		{
			displayName: 'Security Token',
			name: 'securityToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for temporary keys from STS. Leave empty for a permanent AccessKey.',
		},
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: 'https://dyvmsapi.aliyuncs.com',
			placeholder: 'https://dyvmsapi.aliyuncs.com',
			description:
				'Address of the gateway, one for all regions. Inside a VPC of China (Shanghai), and only there, https://dyvmsapi.vpc-proxy.aliyuncs.com does too. Plain http:// is only accepted for this machine.',
		},
		{
			displayName: 'Default Enterprise ID',
			name: 'enterpriseId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 7000002',
			description: "The call center to use where a node's own 'Enterprise ID' is empty",
		},
	];
}
