/** @type {import('jest').Config} */
module.exports = {
	rootDir: '../..',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/soak/**/*.soak.ts'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
	},
	modulePathIgnorePatterns: ['<rootDir>/.n8n/'],
	// One after the other: each measures how fast requests go.
	maxWorkers: 1,
	testTimeout: 400_000,
	verbose: true,
};
