import type { WorkflowNode } from '../../support/n8n';
import { itemNodes } from '../../support/itemNodes';
import { invoiceNodes } from '../invoices.cts';

/** Invoices that one expression makes: n8n breaks off an expression that takes seconds. */
export const CHUNK = 1_000;

/**
 * Nodes of which the last, 'Items', gives so many invoices.
 * @throws where the thousands do not come out even
 */
export function manyInvoices(count: number): WorkflowNode[] {
	const length = Math.min(count, CHUNK);
	if (count % length !== 0)
		throw new Error(`${count} invoices are not a whole number of ${CHUNK}s.`);
	const chunks = `Array.from({ length: ${count / length} }, (_, index) => index * ${length})`;
	const [start, ...split] = itemNodes(chunks, 'first');
	const named = split.map((node) => ({ ...node, name: `${node.name} of chunks` }));
	return [
		...(start === undefined ? [] : [start]),
		// Whatever comes before, there is one list.
		...named.map((node) => (node.name.startsWith('List') ? { ...node, executeOnce: true } : node)),
		...invoiceNodes(length, { first: '$json.first' }).slice(1),
	];
}
