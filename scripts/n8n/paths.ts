import path from 'node:path';

export const repository = path.resolve(__dirname, '..', '..');

/** Installations of n8n, packed tarballs and user folders; git ignores it. */
export const workFolder = path.join(repository, '.n8n');

export const examplesFolder = path.join(repository, 'examples');
