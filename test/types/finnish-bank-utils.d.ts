declare module 'finnish-bank-utils' {
	interface FinnishBankUtils {
		isValidFinnishRefNumber(reference: string): boolean;
		isValidFinnishIBAN(iban: string): boolean;
		formatFinnishRefNumber(reference: string): string | undefined;
		generateFinnishRefNumber(base: string): string;
		parseFinnishVirtualBarCode(
			barcode: string,
		): { iban?: string; sum: number; reference?: string; date?: string } | false;
	}
	const utils: FinnishBankUtils;
	export default utils;
}
