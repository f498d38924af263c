import type { IDataObject } from 'n8n-workflow';

import { CREDITOR, CREDITOR_UPDATE } from '../api/generated/fields';
import { InputError } from '../api/errors';
import type { ExecuteRun } from '../api/run';
import { bankAccountFindings, pathText, withPlainAccounts } from '../invoicing/bankAccounts';
import { isNamed } from '../invoicing/memberNames';
import { isJsonInput } from './shared/bodies';
import { fieldLayout, type BodyLayout } from './shared/fieldLayout';
import { list } from './shared/list';
import { resource } from './shared/resource';
import { write } from './shared/write';

export const creditor = resource(
	'creditor',
	{
		name: 'Creditor',
		description: "Creditors in a software partner's portfolio; needs a partner key",
	},
	{
		create: write('createCreditor', {
			action: 'Create creditor',
			description: 'Register a creditor; the answer holds its API key',
			noun: 'Creditor',
			inline: [CREDITOR.creditorData],
			complete: checkAccounts,
			confirmation: {
				effect: 'A new creditor is registered, and an API key made for it.',
				agent:
					'An agent can then register creditors with Cash-In, each with an API key of its own.',
			},
		}),
		getCredentials: write('getCreditorCredentials', {
			action: 'Get credentials of creditor',
			description: 'Get the current API key of a creditor; hidden unless you ask to see it',
			confirmation: {
				effect: "The answer is a creditor's API key.",
				agent:
					"An agent can then get the API keys of creditors, and with 'Show Secrets' its model's provider reads them.",
			},
		}),
		getDeliveryInformation: list('listDeliveryInformationBySeller', {
			action: 'Get delivery information by seller',
			description: 'List how the invoices of the sellers in your portfolio were delivered',
		}),
		getExternalAgreements: list('listExternalAgreementIdentifiers', {
			action: 'Get external agreements of creditors',
			description: 'List which agreement identifiers belong to which creditor',
		}),
		update: write('updateCreditor', {
			action: 'Update creditor',
			description: 'Change contact details, bank account or services of a creditor',
			inline: [CREDITOR_UPDATE.creditorUpdateData, CREDITOR_UPDATE.creditorUpdateDetails],
			complete: checkAccounts,
			confirmation: {
				effect: "With another bank account the creditor's money is paid out there from then on.",
				agent: "An agent can then change the bank account that creditors' money is paid out to.",
				confirm: true,
				subject: 'the bank account may be changed',
				appliesTo: changesAccount,
			},
		}),
	},
);

const isOfAccount = isNamed(/iban|bic|swift|account|bank/i);

/** In whichever part of the body: the names of all of them are our reading. */
function changesAccount(body: IDataObject): boolean {
	return Object.entries(body).some(
		([name, value]) =>
			isOfAccount(name) ||
			(typeof value === 'object' && value !== null && changesAccount({ ...value })),
	);
}

/**
 * A creditor's body with its bank accounts as banks write them; a malformed BIC is hinted at beside the output.
 * @throws InputError naming the field of an IBAN that cannot be right
 */
function checkAccounts(
	body: IDataObject,
	layout: BodyLayout,
	run: ExecuteRun,
	item: number,
): IDataObject {
	const isJson = isJsonInput(run, item);
	const labels = new Map(fieldLayout(layout).map(({ path, label }) => [pathText(path), label]));
	const findings = bankAccountFindings(body, (path) => {
		const text = pathText(path);
		return `'${isJson ? text : (labels.get(text) ?? text)}'`;
	});
	const wrong = findings.filter(({ severity }) => severity === 'stop');
	if (wrong.length > 0) {
		throw new InputError(
			`${wrong.map(({ message }) => message).join(' ')} Nothing was sent. Correct it: money would go to another account, or come back.`,
		);
	}
	if (findings.length > 0) {
		run.context.addExecutionHints({
			message: `Item ${item}: ${findings.map(({ message }) => message).join(' ')}`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	return withPlainAccounts(body);
}
