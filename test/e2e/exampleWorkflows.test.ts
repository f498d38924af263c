import { useExamples } from '../support/exampleWorkflows';
import { agentWithApproval } from './exampleWorkflows/agentWithApproval';
import { askAboutAnInvoice } from './exampleWorkflows/askAboutAnInvoice';
import { buyerFromBusinessId } from './exampleWorkflows/buyerFromBusinessId';
import { monthlyBilling } from './exampleWorkflows/monthlyBilling';
import { overdueToCollection } from './exampleWorkflows/overdueToCollection';
import { remindersBeforeCollection } from './exampleWorkflows/remindersBeforeCollection';
import { shopifyOrders } from './exampleWorkflows/shopifyOrders';
import { stripeInvoices } from './exampleWorkflows/stripeInvoices';
import { whatComesByItself } from './exampleWorkflows/whatComesByItself';
import { wooCommerceOrders } from './exampleWorkflows/wooCommerceOrders';

/** One n8n for all of them: its start takes longer than most of the tests. */
const world = useExamples(
	[
		'woocommerce-order-to-invoice',
		'shopify-order-to-invoice',
		'stripe-invoice-to-invoice',
		'payment-to-order-paid',
		'delivery-failed-to-email',
		'settlement-to-spreadsheet',
		'buyer-from-business-id',
		'agent-with-approval',
	],
	[
		'monthly-billing',
		'overdue-to-collection',
		'ask-about-an-invoice',
		'reminders-before-collection',
	],
);

wooCommerceOrders(world);
shopifyOrders(world);
stripeInvoices(world);
monthlyBilling(world);
overdueToCollection(world);
askAboutAnInvoice(world);
buyerFromBusinessId(world);
remindersBeforeCollection(world);
agentWithApproval(world);
// Last, since it waits for n8n's next poll.
whatComesByItself(world);

it('nothing of all this went to the internet', () => {
	expect(world().standIns.strays).toEqual([]);
});
