// The simulator and the examples of a test of behaviour are of the same API as its tables, see test/support/reading.cts.
const { CASH_IN_READING: reading } = process.env;
if (reading !== undefined) process.env.CASH_IN_CONTRACT = reading;

export {};
