import { tmpdir } from 'node:os';
import { readArguments, USAGE } from '../../scripts/n8n/arguments';
import { FIRST_START } from '../../scripts/n8n/install';
import { counter, spaceTaken, writing } from '../../scripts/n8n/progress';

test('what npm has fetched is counted as it comes', () => {
	const fetched = counter(/^npm http fetch/gm);
	expect(fetched.count()).toBe(0);
	fetched.read('npm http fetch GET 200 a\nnpm http fetch GET 200 b\n');
	fetched.read('npm warn c\n');
	expect(fetched.count()).toBe(2);
});

test('what is written is said so that it changes every few seconds', () => {
	expect(writing(0)).toBe('npm writes the packages, 0.00 GB so far');
	expect(writing(1_234_567_890)).toBe('npm writes the packages, 1.23 GB so far');
	expect(writing(1_244_567_890)).not.toBe(writing(1_234_567_890));
});

test('the space that was taken is never negative', () => {
	expect(spaceTaken(tmpdir())()).toBeGreaterThanOrEqual(0);
});

test('the help says how long the first start takes, as the installation does', () => {
	expect(readArguments(['--help'])).toMatchObject({ help: true });
	expect(USAGE).toContain(FIRST_START);
});
