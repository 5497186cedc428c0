import path from 'node:path';

export const repository = path.resolve(__dirname, '..', '..');

/** Installations of n8n, packed tarballs and user folders; git ignores it. */
export const workFolder = path.join(repository, '.n8n');

/** What the servers keep: databases, keys, logs. Nobody else may enter. */
export const dataFolder = path.join(workFolder, 'data');

export const examplesFolder = path.join(repository, 'examples');
