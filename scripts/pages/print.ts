import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from '../../engine/environment';
import { pages } from '.';

for (const [file, print] of Object.entries(pages)) {
	void writeFile(path.join(packageFolder, 'docs', file), print());
}
