import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../engine/environment';
import { operations } from '../nodes/AlibabaCloudVms/operations';
import { callTask } from '../nodes/AlibabaCloudVms/parameters';
import { pages } from '../scripts/pages';

const { sections } = callTask;

const optionLabels = new Set(
	operations.flatMap(({ options }) =>
		Object.values(options).map(({ property }) => property.displayName),
	),
);

const read = (file: string) => readFileSync(path.join(packageFolder, file), 'utf8');

it.each(Object.entries(pages))(
	'docs/%s is what the catalogue prints; run `npm run docs`',
	(file, print) => expect(read(`docs/${file}`)).toBe(print()),
);

it.each(sections.map(({ property }) => property.displayName))(
	'the README names the section %s',
	(section) => expect(read('README.md')).toContain(`**${section}**`),
);

it.each([...optionLabels])('both READMEs explain the option %s', (label) => {
	for (const file of ['README.md', 'README.zh-CN.md']) {
		expect(read(file)).toMatch(new RegExp(`^\\| ${label} +\\|`, 'm'));
	}
});

it.each(
	['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'examples/README.md'].filter((file) =>
		existsSync(path.join(packageFolder, file)),
	),
)('every relative link of %s leads to a file', (file) => {
	const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
		([, link]) => link ?? '',
	);
	const missing = links.filter(
		(link) => !existsSync(path.join(packageFolder, path.dirname(file), link)),
	);
	expect(missing).toEqual([]);
});
