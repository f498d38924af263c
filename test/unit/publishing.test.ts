import {
	packageVersion,
	readWorkflows,
	runBesideDownload,
	runStep,
	type Job,
	type Step,
} from '../support/githubWorkflows.cts';

const files = readWorkflows();
const publishing = files.find(({ name }) => name === 'publish.yml')?.workflow;
const jobs = Object.values(publishing?.jobs ?? {});
const allSteps = files.flatMap(({ workflow }) =>
	Object.values(workflow.jobs).flatMap(({ steps }) => steps),
);
const using = (steps: Step[], action: string) =>
	steps.filter(({ uses = '' }) => uses.startsWith(`${action}@`));
const mayIdentify = ({ permissions = {} }: Job) => permissions['id-token'] === 'write';

function only<T>(list: T[]): T {
	expect(list).toHaveLength(1);
	return list[0] as T;
}

describe('every workflow on GitHub', () => {
	it.each(files)(
		'$name takes each action by its full commit, and says which version that is',
		(file) => {
			const lines = file.text.split('\n').filter((line) => /^\s*-?\s*uses:/.test(line));
			expect(lines.length).toBeGreaterThan(0);
			for (const line of lines)
				expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		},
	);

	it.each(files)(
		'$name may read the repository and nothing more, where a job does not say otherwise',
		(file) => {
			expect(file.workflow.permissions).toEqual({ contents: 'read' });
		},
	);

	it('leaves no token in a checkout', () => {
		const checkouts = using(allSteps, 'actions/checkout');
		expect(checkouts.length).toBeGreaterThan(0);
		for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
	});
});

describe('the job that may sign in the name of this repository', () => {
	it('is one, and waits for a job without that right, which tests and packs', () => {
		const signing = only(jobs.filter(mayIdentify));
		expect(signing.permissions).toEqual({ 'id-token': 'write' });
		const before = publishing?.jobs[String(signing.needs)];
		expect(before).toBeDefined();
		expect(before?.permissions).toBeUndefined();
		const commands = before?.steps.map(({ run }) => run ?? '').join('\n');
		expect(commands).toContain('npm test');
		expect(commands).toContain('npm run check:publish');
		expect(commands).toContain('scripts/pack.cts');
		expect(using(before?.steps ?? [], 'actions/upload-artifact')).toHaveLength(1);
	});

	it('checks out, installs, builds and tests nothing: it gets the tarball and publishes it', () => {
		const { steps } = only(jobs.filter(mayIdentify));
		const actions = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses.split('@')[0]]));
		expect(actions).toEqual(['actions/setup-node', 'actions/download-artifact']);
		const { run = '' } = only(steps.filter((step) => step.run !== undefined));
		const commands = run
			.trim()
			.split('\n')
			.map((line) => line.trim().split(/\s/)[0]);
		expect(commands).toEqual(['echo', 'npm']);
	});

	it('signs in where the package is published', () => {
		const [setUp] = using(only(jobs.filter(mayIdentify)).steps, 'actions/setup-node');
		expect(setUp?.with).toMatchObject({ 'registry-url': '${{ needs.test.outputs.registry }}' });
		// Asked of npm before a package of this repository could change the answer.
		const { steps } = only(jobs.filter((job) => !mayIdentify(job)));
		const runs = steps.flatMap(({ run = '' }) => (run === '' ? [] : [run]));
		expect(runs[0]).toContain('npm config get registry');
		expect(using(only(jobs.filter(mayIdentify)).steps, 'actions/setup-node')).toHaveLength(1);
	});

	const publish = (changed: (checksum: string) => string) => {
		const { steps } = only(jobs.filter(mayIdentify));
		const [download] = using(steps, 'actions/download-artifact');
		const { run = '' } = only(steps.filter((step) => step.run !== undefined));
		const file = 'example-1.2.3.tgz';
		return runBesideDownload(run, {
			file: `${String(download?.with?.path)}/${file}`,
			content: 'a packed package',
			env: (checksum) => ({ TARBALL: file, SHA256: changed(checksum) }),
		});
	};

	it('publishes the very file that was tested, with provenance and for everybody', () => {
		const { status, npm } = publish((checksum) => checksum);
		expect(status).toBe(0);
		expect(npm).toEqual([
			expect.stringMatching(/^publish \.\/\S*example-1\.2\.3\.tgz --provenance --access public$/),
		]);
	});

	it.each<[string, (checksum: string) => string]>([
		[
			'is another one',
			(checksum) => checksum.replace(/^./, (first) => (first === '0' ? '1' : '0')),
		],
		['has no checksum', () => ''],
	])('publishes nothing when the file %s', (_, changed) => {
		const { status, npm } = publish(changed);
		expect(status).not.toBe(0);
		expect(npm).toEqual([]);
	});
});

describe('the tag', () => {
	const script = () => {
		const steps = jobs.flatMap((job) => job.steps);
		return only(steps.filter(({ run = '' }) => run.includes('GITHUB_REF_NAME'))).run ?? '';
	};

	it('that is the version in package.json is published', () => {
		expect(runStep(script(), { GITHUB_REF_NAME: packageVersion() })).toEqual({
			status: 0,
			output: '',
		});
	});

	it.each(['99.0.0', `v${packageVersion()}`])(
		'%s, another one, is not, and a sentence says why',
		(tag) => {
			const { status, output } = runStep(script(), { GITHUB_REF_NAME: tag });
			expect(status).toBe(1);
			expect(output).toContain(
				`The tag is ${tag}, and the version in package.json is ${packageVersion()}: set one to the other and push the tag again.`,
			);
		},
	);
});
