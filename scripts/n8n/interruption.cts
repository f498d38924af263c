/** Ctrl-C asks a command to end what it started; the second time it does not wait for that. */
export function interruption(): AbortSignal {
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			if (controller.signal.aborted) process.exit(130);
			controller.abort();
		});
	}
	return controller.signal;
}
