/** Where the packed package lies; set by the set-up of the end-to-end tests. */
export const tarball = (): string => {
	const file = process.env.CASH_IN_TARBALL;
	if (!file)
		throw new Error('CASH_IN_TARBALL is not set: run these tests through jest or npm test');
	return file;
};
