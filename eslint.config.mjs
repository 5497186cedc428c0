import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';

export default [
	{ ignores: ['.n8n/', 'coverage/'] },
	...configWithoutCloudSupport,
	{
		// Not published: they start servers and browsers, and probe n8n with nodes of their own.
		files: ['bench/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts'],
		rules: {
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/node-usable-as-tool': 'off',
		},
	},
];
