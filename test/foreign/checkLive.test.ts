import YAML from 'yaml';

import type { Contract } from '../../scripts/contract/source.cts';
import { liveCheck } from '../support/liveCheck.cts';
import { textAfter, textBefore } from './adopted.cts';
import { KEY } from './business.cts';
import { useForeignServer } from './support';

const server = useForeignServer();

const CONTRACT = 'contract/cash-in.openapi.yaml';
const contractOf = (text: string) => YAML.parse(text) as Contract;

/** What may not be asked: a new key, credentials, and lists that mark what they give as read. */
const FORBIDDEN = /token\/renewal|credentials|payouts/;

beforeEach(() => {
	const { business } = server();
	business.invoices.push({ InvoiceNo: 'ZQ-88117', BuyerName: 'Zqvist Oy', Currency: 'EUR' });
	business.customers.push({ CustomerNumber: 'ZQ-7', Name: 'Zqvist Oy' });
	business.products.push({ ProductCode: 'ZQ-P', ProductName: 'Zq work' });
});

it('looks at the API of the document with reads alone, one row a page, and tells no value', async () => {
	const { findings, shown, of } = await liveCheck(server().baseUrl, {
		contract: contractOf(textAfter(CONTRACT)),
		apiKey: KEY,
	});
	const log = server().log;
	expect(log.length).toBe(findings.requests);
	expect(log.length).toBeGreaterThan(12);
	expect(new Set(log.map(({ method }) => method))).toEqual(new Set(['GET']));
	expect(log.filter(({ path }) => FORBIDDEN.test(path))).toEqual([]);
	const sizes = log.flatMap(({ query }) => [query.perPage, query.pageSize, query.rowsPerPage]);
	expect(new Set(sizes.filter((size) => size !== undefined).map(Number))).toEqual(new Set([1]));
	expect(sizes.filter((size) => size !== undefined).length).toBeGreaterThan(2);
	// An id of a list is asked with, and stays between the two.
	expect(log.map(({ path }) => path)).toContain('/salesinvoices/ZQ-88117/status');
	expect(shown).not.toMatch(/zq|88117|foreign-key/i);
	expect(of('listSalesInvoices')).toMatchObject({
		result: 'answered 200',
		found: { isAlternative: false },
	});
	expect(of('getInvoiceStatus').result).toBe('answered 200');
	expect(server().violations).toEqual([]);
});

it('finds nearly nothing where the contract has another API, and asks for nothing that changes it', async () => {
	const { findings } = await liveCheck(server().baseUrl, {
		contract: contractOf(textBefore(CONTRACT)),
		apiKey: KEY,
	});
	const lost = findings.operations.filter(({ result }) => result.startsWith('not found'));
	expect(lost.length).toBeGreaterThan(8);
	expect(
		server().log.filter(({ operation }) => /^(POST|PUT|PATCH|DELETE)/.test(operation)),
	).toEqual([]);
	expect(server().business.taken).toEqual([]);
});
