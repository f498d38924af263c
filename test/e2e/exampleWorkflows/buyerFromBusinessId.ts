import type { IDataObject } from 'n8n-workflow';

import { SALES_INVOICE } from '../../../nodes/CashIn/api/generated/fields';
import { readExample } from '../../../scripts/n8n/examples.cts';
import type { World } from '../../support/exampleWorkflows';
import { company, helsinki } from '../../support/standIns/companyRegister';

const NAME = 'buyer-from-business-id';

/** Business IDs with a right check digit, plainly examples. */
const IDS = {
	known: '1234567-1',
	postBox: '7654321-2',
	ceased: '2222222-9',
	bankrupt: '3333333-8',
	abroad: '4444444-7',
	unknown: '9999999-2',
};

/** Of a form that was filled in, in the order of its fields. */
interface Filled {
	id: string;
	number: number;
	email?: string;
}

/** A form's business ID becomes the buyer of an invoice, or a person is told why not. */
export function buyerFromBusinessId(world: () => World): void {
	/** Sends the form as a browser does. */
	async function sendForm({ id, number, email = '' }: Filled): Promise<void> {
		const form = readExample(NAME).nodes.find(({ type }) => type.endsWith('.formTrigger'));
		const values = [id, email, String(number), 'Maintenance', '2', '50', '25.5'];
		const body = new FormData();
		values.forEach((value, index) => body.append(`field-${index}`, value));
		const address = `${world().n8n.url}/form/${form?.webhookId}`;
		const answer = await fetch(address, { method: 'POST', body });
		expect(answer.status).toBe(200);
	}

	/** Sends it, and waits for the e-mail about its invoice. */
	async function result(filled: Filled): Promise<{ subject: string; text: string }> {
		const { mailsAbout, seen } = world();
		const about = new RegExp(`^Invoice ${filled.number} `);
		const came = () =>
			mailsAbout(/./).filter(
				({ subject, text }) => about.test(subject) || text.includes(`\nInvoice ${filled.number}\n`),
			);
		const before = came().length;
		await sendForm(filled);
		const mail = await seen(() => came()[before], `nobody was told of ${filled.number}`);
		expect(mail.to).toEqual(['office@example.com']);
		return mail;
	}

	const submitted = (number: number) =>
		world().invoiced(number)?.submitted as IDataObject | undefined;

	describe('Buyer from a business ID', () => {
		beforeAll(() => {
			world().standIns.companyRegister.keep(
				company(IDS.known, {
					names: [
						{ name: 'Former Example Oy', type: '1', endDate: '2020-01-01', version: 2 },
						{ name: 'Example Trademark', type: '3', version: 1 },
						{ name: 'Example Buyer Oy', type: '1', version: 1 },
					],
					addresses: [
						helsinki({ type: 1, street: 'Käyntikatu' }),
						helsinki({
							buildingNumber: '2',
							entrance: 'B',
							apartmentNumber: '3',
							apartmentIdSuffix: 'a',
							co: 'Example Books Oy',
						}),
					],
					companySituations: [{ type: 'SANE', endDate: '2019-05-01' }],
				}),
				company(IDS.postBox, {
					addresses: [
						helsinki({ street: '', buildingNumber: '', postOfficeBox: '12', postCode: '' }),
						helsinki({ type: 1, street: '', buildingNumber: '', postOfficeBox: '34' }),
					],
				}),
				company(IDS.ceased, { tradeRegisterStatus: '4', endDate: '2025-06-30' }),
				company(IDS.bankrupt, { companySituations: [{ type: 'KONK' }] }),
				company(IDS.abroad, { addresses: [helsinki({ country: 'SE' })] }),
			);
		});

		it('fills the name in force and the postal address in, and sends the invoice', async () => {
			const mail = await result({ id: ' 12345671 ', number: 3901, email: 'buyer@example.com' });

			expect(submitted(3901)).toMatchObject({
				[SALES_INVOICE.buyerName]: 'Example Buyer Oy',
				[SALES_INVOICE.buyerStreetAddress]: 'Esimerkkikatu 2 B 3a',
				[SALES_INVOICE.salesStreetAddress2]: 'c/o Example Books Oy',
				[SALES_INVOICE.buyerPostalCode]: '00100',
				[SALES_INVOICE.buyerCity]: 'HELSINKI',
				[SALES_INVOICE.buyerCountry]: 'FI',
				[SALES_INVOICE.buyerEmail]: 'buyer@example.com',
				[SALES_INVOICE.salesIdentifier]: IDS.known,
				[SALES_INVOICE.totalAmount]: 125.5,
			});
			expect(mail.text).toContain('Invoice 3901, 125.50 EUR, was sent with Cash-In.');
			expect(mail.text).toContain('Example Buyer Oy\nEsimerkkikatu 2 B 3a\n00100 HELSINKI');
		});

		it('makes no second invoice of a form that is sent twice', async () => {
			const mail = await result({ id: IDS.known, number: 3901, email: 'buyer@example.com' });

			expect(mail.text).toContain('was in Cash-In already: nothing was sent now');
			const all = world().simulator.control.invoices();
			expect(all.filter(({ InvoiceNumber }) => String(InvoiceNumber) === '3901')).toHaveLength(1);
		});

		it('takes the visiting address where the postal one is not whole, and a post box for a street', async () => {
			await result({ id: IDS.postBox, number: 3902 });

			expect(submitted(3902)).toMatchObject({
				[SALES_INVOICE.buyerStreetAddress]: 'PL 34',
				[SALES_INVOICE.buyerPostalCode]: '00100',
			});
		});

		it.each([
			['a company that the register does not know', IDS.unknown, 'knows no 9999999-2'],
			['one that ceased', IDS.ceased, 'Example Buyer Oy ceased on 2025-06-30.'],
			['one that is bankrupt', IDS.bankrupt, 'Example Buyer Oy is bankrupt (konkurssi).'],
			['one without an address in Finland', IDS.abroad, 'no address in Finland'],
		])('sends %s to a person, and no invoice', async (_, id, reason) => {
			const number = 3910 + Object.values(IDS).indexOf(id);
			const mail = await result({ id, number });

			expect(mail.subject).toBe(`No invoice was made for ${id}`);
			expect(mail.text).toContain(reason);
			expect(mail.text).toContain('Maintenance, 2 at 50 EUR, VAT 25.5 %');
			expect(submitted(number)).toBeUndefined();
		});

		it('does not even ask the register for a business ID with a wrong check digit', async () => {
			const { asked } = world().standIns.companyRegister;
			const before = asked.length;
			const mail = await result({ id: '1234567-8', number: 3920 });

			expect(mail.text).toContain('The check digit of the business id does not match.');
			expect(asked).toHaveLength(before);
			expect(submitted(3920)).toBeUndefined();
		});

		it('asks a busy register again', async () => {
			const { companyRegister } = world().standIns;
			companyRegister.fail(429, 429);
			const before = companyRegister.asked.length;
			await result({ id: IDS.known, number: 3921 });

			expect(companyRegister.asked).toHaveLength(before + 3);
			expect(submitted(3921)).toMatchObject({ [SALES_INVOICE.buyerName]: 'Example Buyer Oy' });
		});

		it('gives up after five times where the register is down, and tells a person', async () => {
			const { companyRegister } = world().standIns;
			companyRegister.fail(503, 503, 503, 503, 503);
			const before = companyRegister.asked.length;
			const mail = await result({ id: IDS.known, number: 3922 });

			expect(companyRegister.asked).toHaveLength(before + 5);
			expect(mail.text).toContain('The register of companies could not be asked');
			expect(mail.text).toContain('Send the form again later.');
			expect(submitted(3922)).toBeUndefined();
		});

		it('tells a person what Cash-In did not take', async () => {
			world().simulator.control.addFault({ kind: 'badInvoice', invoiceNumbers: [3923] });
			const mail = await result({ id: IDS.known, number: 3923 });

			expect(mail.subject).toBe(`No invoice was made for ${IDS.known}`);
			expect(submitted(3923)).toBeUndefined();
		});
	});
}
