/** `YYYY-MM-DD`, so many days from today. */
export const day = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
