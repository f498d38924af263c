import { end } from './setup.cts';

export default async function teardown(): Promise<void> {
	await end();
}
