import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { preProcessFile } from 'typescript';
import { packageFolder } from '../../engine/environment';

/** Paths from the package's folder with `/` between, e.g. "emulator/index.ts". */
export interface Import {
	from: string;
	/** For a package or a module of Node.js its name as written, e.g. "node:fs". */
	to: string;
}

const isFile = (file: string) => existsSync(file) && statSync(file).isFile();

/** The file that `specifier` means in a module of this folder. */
function fileOf(folder: string, specifier: string): string {
	if (!specifier.startsWith('.')) return specifier;
	const place = path.join(folder, specifier);
	const candidates = [place, `${place}.ts`, path.join(place, 'index.ts')];
	const file = candidates.find((candidate) => isFile(path.join(packageFolder, candidate)));
	if (!file) throw new Error(`${specifier}, imported in ${folder}, is no file`);
	return file;
}

/**
 * Whatever the TypeScript files below a folder import: also types, re-exports and what is loaded
 * while running.
 * @param folder from the package's folder, e.g. "emulator"
 */
export function importsBelow(folder: string): Import[] {
	const names = readdirSync(path.join(packageFolder, folder), {
		recursive: true,
		encoding: 'utf8',
	});
	const files = names.filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name));
	return files
		.sort()
		.flatMap((from) =>
			preProcessFile(readFileSync(path.join(packageFolder, from), 'utf8')).importedFiles.map(
				({ fileName }) => ({ from, to: fileOf(path.dirname(from), fileName) }),
			),
		);
}

/** The files of one circle, each importing the next and the last one the first; none: []. */
export function circleIn(imports: readonly Import[]): string[] {
	const done = new Set<string>();
	const follow = (file: string, trail: readonly string[]): string[] => {
		if (trail.includes(file)) return trail.slice(trail.indexOf(file));
		if (done.has(file)) return [];
		for (const { to } of imports.filter(({ from }) => from === file)) {
			const circle = follow(to, [...trail, file]);
			if (circle.length > 0) return circle;
		}
		done.add(file);
		return [];
	};
	for (const { from } of imports) {
		const circle = follow(from, []);
		if (circle.length > 0) return circle;
	}
	return [];
}
