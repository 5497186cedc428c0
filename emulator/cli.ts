import { once } from 'node:events';
import { runCli } from './cli/run';

void runCli(process.argv.slice(2), {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text),
	async untilStopped() {
		await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	},
}).then((exitCode) => {
	process.exitCode = exitCode;
});
