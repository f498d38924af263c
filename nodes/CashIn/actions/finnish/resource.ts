import type { ResourceRow } from '../shared/catalogueRow';
import * as generateBarcode from './generateBarcode.operation';
import * as generateReference from './generateReference.operation';
import * as validateIdentifier from './validateIdentifier.operation';
import * as validateReference from './validateReference.operation';

/** What Finnish invoices carry beside money. Worked out on the spot: no request, so no credential. */
export const finnishResource: ResourceRow = {
	name: 'Finnish Identifier',
	value: 'finnish',
	description:
		'Reference numbers (viitenumero), virtual barcodes and identifiers, worked out without a credential',
	operations: [
		{
			name: 'Generate Barcode',
			value: 'generateBarcode',
			action: 'Generate virtual barcode',
			description:
				'Make the virtual barcode (virtuaaliviivakoodi) that a payer pastes into an online bank',
			run: { each: generateBarcode },
		},
		{
			name: 'Generate Reference',
			value: 'generateReference',
			action: 'Generate reference number',
			description:
				'Make a reference number (viitenumero) with its check digit, for instance from an invoice number',
			run: { each: generateReference },
		},
		{
			name: 'Validate Identifier',
			value: 'validateIdentifier',
			action: 'Validate identifier',
			description:
				'Check an IBAN, business ID (Y-tunnus), VAT number, OVT ID or personal identity code (henkilötunnus)',
			run: { each: validateIdentifier },
		},
		{
			name: 'Validate Reference',
			value: 'validateReference',
			action: 'Validate reference number',
			description: 'Check a reference number (viitenumero), Finnish or international (RF)',
			run: { each: validateReference },
		},
	],
};
