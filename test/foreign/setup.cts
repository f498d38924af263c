import { adoptInCopy } from './adopted.cts';

/** Adopts the foreign document in a copy of the repository and builds the package there, once for all files. */
export default async function setup(): Promise<void> {
	process.env.CASH_IN_FOREIGN = adoptInCopy();
}
