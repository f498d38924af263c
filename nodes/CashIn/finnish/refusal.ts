/** What a `Refusal` is about: the name of the argument that has to change. */
export type RefusedPart = 'base' | 'iban' | 'reference' | 'amount' | 'dueDate';

/**
 * Where a reference number or barcode was asked for and cannot be made from what was given. Thrown by the doors,
 * returned by their `…OrRefusal` twins.
 * `message` is one sentence for the person who gave it; `part` says which argument it is about.
 */
export class Refusal extends RangeError {
	override readonly name = 'Refusal';

	constructor(
		readonly part: RefusedPart,
		message: string,
	) {
		super(message);
	}
}
