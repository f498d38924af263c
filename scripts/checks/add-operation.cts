import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { copyRepository } from './copy-repository.cts';

/** A piece of text put into a file, before a line that is there. */
interface Edit {
	file: string;
	before: string;
	insert: string;
}

/** Everything that adding a read operation touches by hand: the contract, one row, one handler of the simulator. */
const EDITS: Edit[] = [
	{
		file: 'contract/cash-in.openapi.yaml',
		before: '  /customers:\n',
		insert: `  /customergroups:
    get:
      operationId: listCustomerGroups
      summary: Retrieve customer groups
      tags: [Customer Management]
      x-evidence: inferred
      x-evidence-note: >-
        Seen: nothing, an example. Our reading: all of it.
      x-source: an example
      x-action: customer.getGroups
      parameters:
        - name: groupCode
          in: query
          description: Code of the group
          schema: { type: string }
          example: G-1
          x-evidence: inferred
          x-field: groupCode
      responses:
        '200':
          description: Success
          x-evidence: inferred
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/CustomerGroup' } }
              example: [{ GroupCode: G-1, GroupName: Example group }]
        '400': { $ref: '#/components/responses/BadRequest' }
        '401': { $ref: '#/components/responses/Unauthorized' }
        '402': { $ref: '#/components/responses/BusinessRule' }
        '403': { $ref: '#/components/responses/Forbidden' }
        '404': { $ref: '#/components/responses/NotFound' }
        '429': { $ref: '#/components/responses/TooManyRequests' }
        '500': { $ref: '#/components/responses/ServerError' }
        '503': { $ref: '#/components/responses/Unavailable' }

`,
	},
	{
		file: 'contract/cash-in.openapi.yaml',
		before: '    ErrorMessage:\n',
		insert: `    CustomerGroup:
      x-helper: true
      x-evidence: inferred
      type: object
      properties:
        GroupCode:
          { type: [string, 'null'], description: Code, x-evidence: inferred, x-field: groupCode }
        GroupName:
          { type: [string, 'null'], description: Name, x-evidence: inferred, x-field: groupName }
`,
	},
	{
		file: 'nodes/CashIn/actions/customer.ts',
		before: "		update: write('updateCustomer', {\n",
		insert: `		getGroups: list('listCustomerGroups', {
			action: 'Get groups of customers',
			description: 'List the groups of customers',
		}),
`,
	},
	{
		file: 'simulator/world/records.ts',
		before: '	listCustomers:',
		insert: "	listCustomerGroups: () => list([{ groupCode: 'G-1', groupName: 'Example group' }]),\n",
	},
];

/** Tests that walk through every operation, and those that count them. */
const TESTS =
	'contract/(contract|contractExamples|description|everyRead|previews).test|unit/simulator.test|engine/simplify.test';

/**
 * Adds a read operation to a copy of the repository, by those edits alone, and runs there what goes through all
 * operations: generators, types, and tests, of which some must name the new one.
 */
export function main(): void {
	const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-operation-'));
	try {
		copyRepository(copy);
		for (const edit of EDITS) apply(copy, edit);
		run(copy, ['tsx', 'scripts/contract/generate.cts']);
		run(copy, ['tsc', '--noEmit', '-p', 'tsconfig.dev.json']);
		const report = path.join(copy, 'report.json');
		const jest = [
			'jest',
			'--selectProjects',
			'unit',
			'engine',
			'contract',
			'--testPathPatterns',
			TESTS,
		];
		run(copy, [...jest, '--maxWorkers=2', '--json', `--outputFile=${report}`]);
		assertNamed(report);
	} finally {
		fs.rmSync(copy, { recursive: true, force: true });
	}
}

function apply(copy: string, { file, before, insert }: Edit): void {
	const target = path.join(copy, file);
	const parts = fs.readFileSync(target, 'utf8').split(`\n${before}`);
	if (parts.length !== 2)
		throw new Error(`${file} holds "${before.trim()}" ${parts.length - 1} times`);
	fs.writeFileSync(target, parts.join(`\n${insert}${before}`));
}

/** @throws with the end of what it printed */
function run(cwd: string, command: string[]): void {
	const { status, stdout, stderr } = spawnSync('npx', command, { cwd, encoding: 'utf8' });
	if (status === 0) return;
	throw new Error(`${command.join(' ')} failed:\n${`${stdout}\n${stderr}`.slice(-8_000)}`);
}

interface Report {
	testResults: Array<{ assertionResults: Array<{ fullName: string; status: string }> }>;
}

function assertNamed(report: string): void {
	const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8')) as Report;
	const named = testResults
		.flatMap(({ assertionResults }) => assertionResults)
		.filter(
			({ fullName }) => fullName.includes('getGroups') || fullName.includes('listCustomerGroups'),
		);
	if (named.length === 0) throw new Error('No test went through the new operation');
	console.log(`${named.length} tests went through the new operation`);
}
