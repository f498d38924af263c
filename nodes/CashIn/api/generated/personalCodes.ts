// generated from contract/cash-in.openapi.yaml by `npm run contract`; do not edit

/** Where an item of an output may hold a personal identity code; `[*]` stands for every element of a list. */
export const personalCodePaths: readonly string[] = [
	'Debtor.Identifier',
	'Identifier',
	'body.Cases[*].Debtor.Identifier',
	'body.Debtor.Identifier',
	'body[*].Identifier',
	'invoice.SalesIdentifier',
];
