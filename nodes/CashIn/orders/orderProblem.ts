/** An order that no invoice can be made of; the message names the order and says what to do. */
export class OrderProblem extends Error {
	constructor(order: string, what: string) {
		super(`Order ${order === '' ? 'without a number' : order}: ${what}`);
	}
}
