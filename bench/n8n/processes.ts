import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Processes as Linux tells of them; the figures in n8n need a Linux. */
interface Process {
	pid: number;
	parent: number;
	/** User and system, its own. */
	cpuMs: number;
}

/** Linux counts CPU time in hundredths of a second here, whatever the kernel's own clock. */
const TICK_MS = 10;

function processes(): Process[] {
	return readdirSync('/proc').flatMap((name) => {
		if (!/^\d+$/.test(name)) return [];
		try {
			const text = readFileSync(`/proc/${name}/stat`, 'utf8');
			// The command, in brackets, may hold blanks.
			const fields = text
				.slice(text.lastIndexOf(')') + 2)
				.split(' ')
				.map(Number);
			const [, parent = 0] = fields;
			const cpuMs = ((fields[11] ?? 0) + (fields[12] ?? 0)) * TICK_MS;
			return [{ pid: Number(name), parent, cpuMs }];
		} catch {
			// It has ended meanwhile.
			return [];
		}
	});
}

/** The process of ours that runs a command. */
export function childRunning(command: string): number {
	const found = processes().find(
		({ pid, parent }) =>
			parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(command),
	);
	if (!found) throw new Error(`No process of ours runs ${command}`);
	return found.pid;
}

/** CPU time of a process and all that it started, of those that still run. */
export function cpuOf(root: number): number {
	const all = processes();
	const family = new Set([root]);
	for (let size = 0; size !== family.size;) {
		size = family.size;
		all.filter(({ parent }) => family.has(parent)).forEach(({ pid }) => family.add(pid));
	}
	return all.filter(({ pid }) => family.has(pid)).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

const statusOf = (pid: number, name: string): number => {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
};

/** Memory of a process now, in bytes; from here on its peak is counted anew. */
export function beginPeak(pid: number): number {
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
	return statusOf(pid, 'VmRSS');
}

export const peakOf = (pid: number): number => statusOf(pid, 'VmHWM');
