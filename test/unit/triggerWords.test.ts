import { endpoints } from '../../nodes/CashIn/api/generated/endpoints';
import { triggerEvents } from '../../nodes/CashIn/triggers/events';
import { triggerProperties } from '../../nodes/CashIn/triggers/fields';
import { textOf } from '../support/texts';

const docs = textOf('docs/triggers.md');

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
		const notice = triggerProperties.find(({ name }) => name === `${value}Notice`);
		expect(notice?.displayName).toContain(event.seenBy);
		expect(notice?.displayName).toContain(event.often);
		for (const words of [event.name, event.seenBy, event.often]) expect(docs).toContain(words);
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
		expect(shown('filters').length).toBe(
			event.filters.length > 0 || (event.family === 'watched' && event.filtersStatus) ? 1 : 0,
		);
		const known = endpoints[event.endpoint].parameters.map(({ field }) => field);
		expect(known).toEqual(expect.arrayContaining([event.from, ...event.filters]));
		expect([...event.filters, event.from]).not.toContain('unfetchedOnly');
	},
);
