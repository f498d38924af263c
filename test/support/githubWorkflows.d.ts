export interface Step {
	name?: string;
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
	env?: Record<string, string>;
}

export interface Job {
	needs?: string | string[];
	permissions?: Record<string, string>;
	environment?: string;
	steps: Step[];
}

export interface Workflow {
	permissions?: Record<string, string>;
	jobs: Record<string, Job>;
}

export interface WorkflowFile {
	name: string;
	text: string;
	workflow: Workflow;
}

export interface Ended {
	status: number | null;
	output: string;
}

export function readWorkflows(): WorkflowFile[];
export function runStep(script: string, env: Record<string, string>): Ended;
export function runBesideDownload(
	script: string,
	given: { file: string; content: string; env: (checksum: string) => Record<string, string> },
): Ended & { npm: string[] };
export function packageVersion(): string;
