import fs from 'node:fs';
import path from 'node:path';

/** What Linux counts processor time in, a second. */
const TICKS = 100;
const PAGE_BYTES = 4096;

export interface Usage {
	/** Since it was started. */
	cpuMs: number;
	residentBytes: number;
}

/** Of a service by the name of its folder, as in `worker-1`; the simulator as `simulator`, a single n8n as `n8n`. */
export type Usages = Record<string, Usage>;

interface Process {
	pid: number;
	parent: number;
	cpuMs: number;
	residentBytes: number;
}

/**
 * Processor time and memory of whatever this process has started and still runs, children included.
 * @throws where there is no /proc, since only Linux tells in this way
 */
export function usages(): Usages {
	if (!fs.existsSync('/proc/self/stat')) {
		throw new Error(
			'Processor time and memory of other processes are read from /proc: run this on Linux.',
		);
	}
	const all = fs
		.readdirSync('/proc')
		.flatMap((name) => (/^\d+$/.test(name) ? readProcess(name) : []));
	const children = new Map<number, Process[]>();
	for (const one of all) children.set(one.parent, [...(children.get(one.parent) ?? []), one]);
	const found: Usages = {};
	for (const own of children.get(process.pid) ?? []) {
		const name = nameOf(own.pid);
		if (name === undefined) continue;
		const group = [own];
		for (const one of group) group.push(...(children.get(one.pid) ?? []));
		found[name] = {
			cpuMs: group.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
			residentBytes: group.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
		};
	}
	return found;
}

/** Nothing of a process that has just ended. */
function readProcess(pid: string): Process[] {
	try {
		const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name of the program comes before, in brackets, and may hold anything.
		const fields = text
			.slice(text.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
		const [, parent = 0] = fields;
		// Its own time in two parts, then that of children which have ended.
		const ticks = fields.slice(11, 15).reduce((sum, part) => sum + part, 0);
		return [
			{
				pid: Number(pid),
				parent,
				cpuMs: (ticks / TICKS) * 1000,
				residentBytes: (fields[21] ?? 0) * PAGE_BYTES,
			},
		];
	} catch {
		return [];
	}
}

function nameOf(pid: number): string | undefined {
	try {
		const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
		if (command.includes(path.join('simulator', 'cli.ts'))) return 'simulator';
		const folder = path.basename(fs.readlinkSync(`/proc/${pid}/cwd`));
		return folder.startsWith('n8n-cash-in-') ? 'n8n' : folder;
	} catch {
		return undefined;
	}
}

/** Watches how much memory each service has, until it is told to end. */
export function watchMemory(): { end(): Record<string, number> } {
	const peaks: Record<string, number> = {};
	const look = () => {
		for (const [name, { residentBytes }] of Object.entries(usages())) {
			peaks[name] = Math.max(peaks[name] ?? 0, residentBytes);
		}
	};
	look();
	const timer = setInterval(look, 250);
	return {
		end() {
			clearInterval(timer);
			look();
			return peaks;
		},
	};
}

/** What each service has used between two looks, in milliseconds. */
export const spent = (before: Usages, after: Usages): Record<string, number> =>
	Object.fromEntries(
		Object.entries(after).map(([name, { cpuMs }]) => [name, cpuMs - (before[name]?.cpuMs ?? 0)]),
	);
