import { bankAccountFindings } from '../../../nodes/CashIn/invoicing/bankAccounts';
import { claimFindings } from '../../../nodes/CashIn/invoicing/claims';
import { isNamed } from '../../../nodes/CashIn/invoicing/memberNames';
import { codes } from '../../support/buildingInvoices';

// What an adopted document may call these members.
jest.mock('../../../nodes/CashIn/api/generated/members', () => ({
	members: {
		Receivable: [{ field: 'dueDate', name: 'PayBefore', type: 'string' }],
		CreditorDetails: [{ field: 'iban', name: 'Tilinumero', type: 'string' }],
	},
}));

test('a claim that is not due yet is stopped, whatever the API calls the due date', () => {
	expect(codes(claimFindings({ PayBefore: '2026-03-16' }, '2026-03-15'))).toEqual(['notDue']);
	expect(codes(claimFindings({ DueDate: '2026-03-16' }, '2026-03-15'))).toEqual(['notDue']);
});

test('an account number is checked, whatever the API calls it', () => {
	const body = { Details: { Tilinumero: 'FI21 1234 5600 0007 80' } };
	expect(codes(bankAccountFindings(body, (path) => path.join('.')))).toEqual(['ibanInvalid']);
});

test('other members are none of them', () => {
	const isAccount = isNamed(/iban/i);
	expect(['Tilinumero', 'CreditorIban', 'PayBefore', 'Name'].map(isAccount)).toEqual([
		true,
		true,
		false,
		false,
	]);
});
