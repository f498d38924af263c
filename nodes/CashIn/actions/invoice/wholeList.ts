/**
 * A page in the middle that comes without rows, or without a body, looks like the end of the list.
 * @param seen rows in all pages
 * @param total rows there are, where the list tells
 * @throws RangeError when it was none
 */
export function assertWhole(
	shapes: ReadonlySet<string>,
	seen: number,
	total: number | undefined,
): void {
	const brokenOff = total === undefined ? seen > 0 && shapes.has('empty') : seen < total;
	if (brokenOff) throw new RangeError('the list of invoices broke off before its end');
}
