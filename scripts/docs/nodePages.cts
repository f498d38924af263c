import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { nameOf, triggerEvents } from '../../nodes/CashIn/triggers/events';
import { triggerProperties } from '../../nodes/CashIn/triggers/fields';
import type { Made } from '../contract/generate.cts';

const NOTICE = "generated from the nodes' descriptions by `npm run contract`; do not edit";

/** An operation as the editor names it. */
interface Operation {
	resource: string;
	operation: string;
}

/** The pages that say what the editor offers, not yet formatted. */
export function nodePages(): Made[] {
	return [
		{ file: 'docs/options.md', content: optionsPage(new CashIn().description.properties) },
		{ file: 'docs/events.md', content: eventsPage() },
	];
}

/** docs/options.md: every entry of every "Options", with the operations that have it. */
function optionsPage(properties: INodeProperties[]): string {
	const collections = properties.filter(({ name }) => name === 'options');
	const rows = new Map<string, { option: INodeProperties; at: Operation[] }>();
	for (const collection of collections) {
		for (const option of optionsIn(collection)) {
			const key = JSON.stringify({ ...option, displayOptions: undefined });
			const row = rows.get(key) ?? { option, at: [] };
			row.at.push(...operationsOf(properties, collection));
			rows.set(key, row);
		}
	}
	const everywhere = collections.flatMap((collection) => operationsOf(properties, collection));
	const sorted = [...rows.values()].sort(
		(one, other) =>
			one.option.displayName.localeCompare(other.option.displayName, 'en') ||
			other.at.length - one.at.length,
	);
	return `<!-- ${NOTICE} -->

# Options of the Cash-In node

What you find under _Options_ in the panel of an operation. An option with another default at another operation has a line of its own. Options of the trigger: [events.md](events.md). How the options of a long run work together: [bulk.md](bulk.md).

| option | default | what it does | where |
|---|---|---|---|
${sorted.map(({ option, at }) => row(option, whereOf(at, everywhere))).join('\n')}
`;
}

/** docs/events.md: every event of the trigger, with what narrows it down and its options. */
function eventsPage(): string {
	const events = triggerEvents.map((event) => {
		const rows = ['filters', 'options']
			.flatMap((name) => triggerProperties.filter((property) => property.name === name))
			.filter(({ displayOptions }) => displayOptions?.show?.event?.includes(event.value))
			.flatMap((collection) =>
				optionsIn(collection).map((option) => row(option, collection.displayName)),
			);
		return `## ${nameOf(event)}

${event.description}. As \`event\` of an item: \`${event.value}\`.${event.note === undefined ? '' : ` ${event.note}`}

| field | default | what it does | found under |
|---|---|---|---|
${rows.join('\n')}
`;
	});
	return `<!-- ${NOTICE} -->

# Events of the Cash-In Trigger

What can start a workflow. How the trigger works: [triggers.md](triggers.md).

| event | starts the workflow | happens under these contracts | worth asking |
|---|---|---|---|
${triggerEvents
	.map((event) =>
		cells([
			`[${nameOf(event)}](#${nameOf(event).toLowerCase().replace(/ /g, '-')})`,
			event.description.replace(/^When/, 'when'),
			event.seenBy,
			event.often,
		]),
	)
	.join('\n')}

Under Intermediation the money goes to your own bank account: the events of payments stay silent.

${events.join('\n')}`;
}

const row = (option: INodeProperties, last: string) =>
	cells([option.displayName, defaultOf(option), describe(option), last]);

const cells = (texts: string[]) =>
	`| ${texts.map((text) => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;

const optionsIn = ({ options = [] }: INodeProperties) =>
	options.filter((option): option is INodeProperties => 'type' in option);

const choicesOf = ({ options = [] }: INodeProperties) =>
	options.filter((option): option is INodePropertyOptions => 'value' in option);

/** In the words of the editor: the name of a choice, and off for a switch that is off. */
function defaultOf(option: INodeProperties): string {
	const { default: value } = option;
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	const chosen = choicesOf(option).find((choice) => choice.value === value);
	return chosen?.name ?? (value === '' ? '–' : String(value));
}

/** What the editor says of an option, its choices and its range. */
function describe(option: INodeProperties): string {
	const { minValue, maxValue } = option.typeOptions ?? {};
	const range = maxValue === undefined ? '' : ` From ${minValue} to ${maxValue}.`;
	const choices = choicesOf(option).map(
		({ name, description }) => `_${name}_: ${sentence(description ?? '')}`,
	);
	return [`${sentence(option.description ?? '')}${range}`, ...choices].join(' ');
}

const sentence = (text: string) => text.replace(/([^.])$/, '$1.');

/** The operations whose panel shows a collection. */
function operationsOf(properties: INodeProperties[], collection: INodeProperties): Operation[] {
	const { resource: resources = [], operation: operations = [] } =
		collection.displayOptions?.show ?? {};
	const nameIn = (list: INodeProperties[], value: unknown) =>
		list.flatMap(choicesOf).find((choice) => choice.value === value)?.name ?? String(value);
	return resources.flatMap((resource) => {
		const ofResource = properties.filter(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(String(resource)),
		);
		return operations.map((operation) => ({
			resource: nameIn(
				properties.filter(({ name }) => name === 'resource'),
				resource,
			),
			operation: nameIn(ofResource, operation),
		}));
	});
}

/** The operations that have an option, or those that lack it where they are few. */
function whereOf(places: Operation[], everywhere: Operation[]): string {
	const keys = new Set(places.map(placeOf));
	const lacking = everywhere.filter((place) => !keys.has(placeOf(place)));
	if (lacking.length > 3) return placesOf(places);
	return lacking.length === 0 ? 'everywhere' : `everywhere but ${placesOf(lacking)}`;
}

const placeOf = ({ resource, operation }: Operation) => `${resource}: ${operation}`;

/** `Invoice: Create, Submit Batch · Payment: Submit` */
function placesOf(places: Operation[]): string {
	return [...new Set(places.map(({ resource }) => resource))]
		.map((resource) => {
			const names = places.filter((place) => place.resource === resource);
			return `${resource}: ${names.map(({ operation }) => operation).join(', ')}`;
		})
		.join(' · ');
}
