import { endpoints } from '../../nodes/CashIn/api/generated/endpoints';
import { nameOf, triggerEvents } from '../../nodes/CashIn/triggers/events';
import { triggerProperties } from '../../nodes/CashIn/triggers/fields';
import { textOf } from '../support/texts.cts';

const docs = textOf('docs/events.md');

const FILTERS: Record<string, string> = {
	caseStatusChanged: 'caseId invoiceNumber newStatus previousStatus',
	deliveryFailed: 'invoiceNumber',
	invoiceStatusChanged: 'invoiceNumber newStatus previousStatus',
	paymentAllocated: 'agency caseId currency invoiceNumber',
	paymentReceived: 'invoiceNumber',
};

it('the events are those workflows may name', () => {
	expect(triggerEvents.map(({ value }) => value).sort()).toEqual([
		'caseStatusChanged',
		'creditLossPublished',
		'deliveryFailed',
		'directSettlementPublished',
		'invoiceStatusChanged',
		'paymentAllocated',
		'paymentReceived',
		'settlementPublished',
	]);
});

it.each(triggerEvents.map((event) => [event.value, event] as const))(
	'%s says in the editor who sees it and how often to ask, and the documentation says the same',
	(value, event) => {
		const said = (notice: string) =>
			triggerProperties.find(({ name }) => name === `${value}${notice}`)?.displayName;
		expect(said('Notice')).toContain(event.seenBy);
		expect(said('Interval')).toContain(event.often);
		for (const words of [nameOf(event), event.seenBy, event.often]) expect(docs).toContain(words);
	},
);

it.each(triggerEvents.map((event) => [event.value, event] as const))(
	'%s offers its own filters and options alone, and asks for them by names the contract has',
	(value, event) => {
		const shown = (name: string) =>
			triggerProperties.filter(
				(property) =>
					property.name === name && property.displayOptions?.show?.event?.includes(value),
			);
		expect(shown('options')).toHaveLength(1);
		const known = endpoints[event.endpoint].parameters.map(({ field }) => field);
		const [filters, ...others] = shown('filters');
		const offered = (filters?.options ?? []).map(({ name }) => name);
		expect([offered.join(' '), others]).toEqual([FILTERS[value] ?? '', []]);
		const queries = offered.filter((name) => !/^(new|previous)Status$/.test(name));
		expect(known).toEqual(expect.arrayContaining([event.from, ...queries]));
		expect([...queries, event.from]).not.toContain('unfetchedOnly');
	},
);
