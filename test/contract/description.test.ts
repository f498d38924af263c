import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { CashInTrigger } from '../../nodes/CashIn/CashInTrigger.node';
import { orderOptions } from '../../nodes/CashIn/actions/invoice/orderFields';
import { members } from '../../nodes/CashIn/api/generated/members';
import { roles, type Role } from '../../nodes/CashIn/api/generated/roles';
import actionCodex from '../../nodes/CashIn/CashIn.node.json';
import triggerCodex from '../../nodes/CashIn/CashInTrigger.node.json';

/** The editor downloads the descriptions of all nodes when it opens. */
const MOST_BYTES = 400_000;

it.each([
	['Cash-In', new CashIn()],
	['Cash-In Trigger', new CashInTrigger()],
])('the description of %s stays under 400 KB', (_, { description }) => {
	const bytes = Buffer.byteLength(JSON.stringify(description));
	expect(bytes).toBeGreaterThan(1_000);
	expect(bytes).toBeLessThan(MOST_BYTES);
});

it('an order has the options of every bulk run, in the order of their names, and is looked up unless told otherwise', () => {
	const options = orderOptions.map(({ displayName }) => displayName);
	expect(options).toEqual([
		'Batch Size',
		'Concurrent Requests',
		'Duplicate Check',
		'Gift Cards and Part Payments',
		'Interval Between Requests (Ms)',
		'Name From Email',
		'Only These Payment Methods',
		'Order Currency',
		'Payment by Invoice',
		'Refunds Without Lines',
		'Skip Statuses',
		'Summary',
		'Timeout (Seconds)',
		'Validation',
	]);
	const check = orderOptions.find(({ name }) => name === 'duplicateCheck');
	expect(check?.default).toBe('beforeSending');
});

it.each([
	['Cash-In', actionCodex, new CashIn()],
	['Cash-In Trigger', triggerCodex, new CashInTrigger()],
])('%s is found in the editor under finance', (_, codex, { description }) => {
	expect(codex).toMatchObject({
		node: `n8n-nodes-cash-in.${description.name}`,
		categories: ['Finance & Accounting'],
		resources: {
			primaryDocumentation: [{ url: expect.stringMatching(/^https:.*#readme$/) }],
			credentialDocumentation: [{ url: expect.stringMatching(/^https:.*#credentials$/) }],
		},
	});
	expect(codex).not.toHaveProperty('subcategories');
});

it.each([new CashIn(), new CashInTrigger()])(
	'$description.displayName names where an output may hold a personal identity code, and no key: n8n would hide that for good',
	({ description }) => {
		const paths = description.sensitiveOutputFields ?? [];
		const named = paths.map((path) => path.split('.').at(-1));
		const coded = Object.values(members)
			.flat()
			.filter(({ personalCode }) => personalCode === true)
			.map(({ name }) => name);
		const keys = Object.values<Partial<Record<Role, readonly string[]>>>(roles).flatMap(
			({ secret = [] }) => secret,
		);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((name) => !coded.includes(name ?? ''))).toEqual([]);
		expect(keys.length).toBeGreaterThan(0);
		expect(named.filter((name) => keys.includes(name ?? ''))).toEqual([]);
	},
);
