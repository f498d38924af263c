import { packNode } from '../../scripts/n8n/pack.cts';

/** The package as a user installs it: packed once for all files, unless the caller brought a tarball. */
export default async function setup(): Promise<void> {
	process.env.CASH_IN_TARBALL ??= await packNode();
}
