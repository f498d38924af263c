import { rmSync } from 'node:fs';

export default async function teardown(): Promise<void> {
	const folder = process.env.CASH_IN_FOREIGN;
	if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
