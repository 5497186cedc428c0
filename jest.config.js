/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
	},
	// Whole installations of n8n, once `npm run n8n` or the end-to-end tests have run.
	modulePathIgnorePatterns: ['<rootDir>/.n8n/'],
	// Half of the cores, jest's default, is one of two.
	maxWorkers: '100%',
	// Tests that wait, each beside an emulator of its own.
	maxConcurrency: 20,
	// A slow machine is no failure: no test asserts a duration of its own.
	testTimeout: 60_000,
	// What is published. The rest (emulator, engine, scripts) serves the tests.
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageReporters: ['text'],
	coverageThreshold: { global: { lines: 95, branches: 94 } },
};
