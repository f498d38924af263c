/** How much a test of the cluster does: the whole with `npm run test:cluster`, a small part in `npm test`. */
export const sized = (whole: number, small: number): number =>
	process.env.CASH_IN_CLUSTER === 'small' ? small : whole;

/** For what is left to chance: another one each time, unless CASH_IN_SEED says which. */
export const chosenSeed = (): number => Number(process.env.CASH_IN_SEED ?? Date.now() % 100_000);
