import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from '../engine/environment';
import { parametersPage } from './parametersPage';

void writeFile(path.join(packageFolder, 'docs/parameters.md'), parametersPage());
