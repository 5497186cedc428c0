import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Signed with, never sent: the test is a method of the node, since a rule here could not tell causes apart. */
export class AlibabaCloudAccessKeyApi implements ICredentialType {
	name = 'alibabaCloudAccessKeyApi';

	displayName = 'Alibaba Cloud AccessKey API';

	icon: Icon = {
		light: 'file:../nodes/AlibabaCloudVms/alibabaCloudVms.svg',
		dark: 'file:../nodes/AlibabaCloudVms/alibabaCloudVms.dark.svg',
	};

	documentationUrl = 'https://github.com/OWNER/n8n-nodes-alibabacloud-vms#readme';

	properties: INodeProperties[] = [
		{
			displayName: 'AccessKey ID',
			name: 'accessKeyId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. LTAI5t...',
			description:
				"AccessKey ID of a RAM user with permission for Voice Messaging Service: its full-access policy, or a custom one that allows <code>dyvms:*</code>. The vendor documents permissions for the service as a whole only; the read-only policy is not enough. <a href='https://ram.console.aliyun.com/users'>Users in the RAM console</a>.",
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
			description:
				"ID of the call center (呼叫中心), for nodes whose own 'Enterprise ID' is empty. It is part of the address that the console of Voice Messaging Service shows for the call center's instance (实例访问地址).",
		},
		{
			displayName:
				"Without a Default Enterprise ID each node has to give its own, and the test of the key can't say whether the call center is the right one.",
			name: 'enterpriseNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { enterpriseId: [''] } },
		},
	];
}
