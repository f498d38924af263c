'use strict';

// The oldest engine starts timers that never end, for its log and its SSH connections. They are nothing to wait for
// once the tests are done.
const { setInterval: start } = globalThis;
globalThis.setInterval = (...given) => start(...given).unref();
