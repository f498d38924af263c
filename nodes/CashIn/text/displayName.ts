/** `SalesName2` → `Sales Name 2`, `FinvoiceOVT` → `Finvoice OVT`: how a name of the API is called in the editor. */
export function displayName(name: string): string {
	const words = name.charAt(0).toUpperCase() + name.slice(1);
	return words
		.replace(/([a-z])([A-Z0-9])/g, '$1 $2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
		.replace(/\bAddr\b/, '$&ess')
		.replace(/\bNbr\b/, 'Number')
		.replace(/\bProd\b/, 'Product')
		.replace(/\bId\b/, 'ID')
		.replace(/\bUrl\b/, 'URL')
		.replace(/\b(Bic|Iban|Vat)\b/, (word) => word.toUpperCase());
}
