import { startCluster, type Cluster } from '../../scripts/n8n/cluster.cts';
import { tarball } from './tarball.cts';

export type { Cluster };

/** n8n in queue mode for the tests of a file: the services of compose.yaml on this machine. */
export function useCluster(
	options: Omit<Parameters<typeof startCluster>[0], 'tarball'> = {},
): () => Cluster {
	let cluster: Cluster | undefined;
	beforeAll(async () => {
		cluster = await startCluster({ tarball: tarball(), ...options });
		// On a machine busy with other work.
	}, 600_000);
	afterAll(async () => await cluster?.dispose());
	return () => {
		if (cluster === undefined) throw new Error('The cluster is started before the first test');
		return cluster;
	};
}
