/** Packages that bring no types, or none that this way of resolving modules finds. */
declare module 'tsx/cjs';

declare module 'tsx/cjs/api' {
	/** Loads a TypeScript file, whatever else this process loads. */
	export function require<Module>(file: string, from: string): Module;
}

declare module 'gulp' {
	type Task = () => Promise<void>;
	export function parallel(...tasks: Task[]): Task;
	export function series(...tasks: Task[]): Task;
}

declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
	export function analyzePackage(
		folder: string,
		patterns: readonly string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}
