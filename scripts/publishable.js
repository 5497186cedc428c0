/** Refuses to publish what nobody could install, or trace back to its source. */
const { existsSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const { homepage, n8n, repository } = require('../package.json');

const checks = {
	repository: () =>
		Object.entries({ homepage, 'repository.url': repository.url })
			.filter(([, address]) => address.includes('/OWNER/'))
			.map(
				([name]) =>
					`'${name}' in package.json still names OWNER; CONTRIBUTING.md, Release, says what goes there`,
			),
	dist: () =>
		[...n8n.nodes, ...n8n.credentials]
			.filter((file) => !existsSync(path.join(root, file)))
			.map((file) => `${file} is missing; run npm run build`),
};

const [wanted] = process.argv.slice(2);
const problems = Object.entries(checks).flatMap(([name, check]) =>
	wanted === undefined || wanted === name ? check() : [],
);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
