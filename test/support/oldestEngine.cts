// The oldest engine starts timers that never end, for its log and its SSH connections. They are nothing to wait for
// once the tests are done.
const { setInterval: start } = globalThis;
Object.assign(globalThis, {
	setInterval: (...given: Parameters<typeof start>) => start(...given).unref(),
});

export {};
