/** How much a test of the cluster does: the whole with `npm run test:cluster`, a small part in `npm test`. */
export const sized = (whole: number, small: number): number =>
	process.env.CASH_IN_CLUSTER === 'small' ? small : whole;
