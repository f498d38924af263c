/** How large a test of a bulk run is, and with which seeds; `npm run test:bulk` makes it large. */
export const invoices = Number(process.env.BULK_INVOICES ?? 1_000);
export const seeds = (process.env.BULK_SEEDS ?? '1,2,3').split(',').map(Number);
