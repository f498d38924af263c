import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../../api/run';
import { helsinkiDate } from '../../../invoicing/dates';
import type { Finding } from '../../../invoicing/findings';
import { bodyProperties } from '../body/bodyFields';
import type { BodyLayout } from '../body/places';
import { readBody } from '../body/readBody';
import { assertCare, careProperties, refuseRetryOnFail, type Care } from '../care';
import type { BatchOperation } from '../operation';
import { optionsCollection, readOptions } from '../options';
import { hintEntries, judge } from '../validation';
import { bulkOptions, DEFAULT_BATCH_SIZE } from './bulkOptions';
import type { BulkEntry, BulkKind } from './kind';
import { sendMany } from './sendMany';
import { sendSettings } from './sendSettings';
import { updateDisplayOptions } from '../displayOptions';

/** Where an operation stands in the node, and what it sends many of. */
export interface BulkRow {
	resource: string;
	operation: string;
	kind: BulkKind;
	/** What one of them is, in title case: `Product`. */
	thing: string;
	layout: BodyLayout;
	care?: Care;
	/** Items in a request unless the user says otherwise: one, where an answer cannot tell them apart. */
	usualBatch?: number;
	/** Fields that concern the request and not the thing, and what they come to: one value, one group. */
	group?: { fields: INodeProperties[]; read(run: ExecuteRun, item: number): string };
	/** What must hold of a body; throws what does not. */
	check?: (body: IDataObject) => void;
	/** What there is to say about a body on a day (`YYYY-MM-DD` in Helsinki), and the option that says what is done about it. */
	validation?: {
		option: INodeProperties;
		findings(body: IDataObject, today: string): readonly Finding[];
	};
	/** The key in a body, where it is not a member of its own. */
	key?: (body: IDataObject) => unknown;
}

/** An operation that sends many items in one request, with a result for each. */
export function bulkOperation(row: BulkRow): BatchOperation<BulkEntry> {
	const { resource, operation, kind, thing, layout, care, group, validation } = row;
	const { usualBatch = DEFAULT_BATCH_SIZE } = row;
	const properties = [
		...(care === undefined ? [] : careProperties(care)),
		...bodyProperties(layout, thing),
		...(group?.fields ?? []),
		optionsCollection([
			...bulkOptions(kind, usualBatch),
			...(validation === undefined ? [] : [validation.option]),
		]),
	];
	return {
		endpoint: kind.endpoint,
		description: updateDisplayOptions(
			{ show: { resource: [resource], operation: [operation] } },
			properties,
		),
		async prepare(run, item) {
			refuseRetryOnFail(run, kind.endpoint, `the ${kind.plural} would be sent twice`);
			const body = readBody(run, item, layout, thing);
			row.check?.(body);
			const findings = validation?.findings(body, helsinkiDate(new Date())) ?? [];
			const warnings = judge(findings, readOptions(run, item).validation);
			if (care !== undefined) assertCare(run, item, care, body);
			const key = row.key === undefined ? body[kind.keyMember] : row.key(body);
			return {
				item,
				key: key === undefined || key === null ? `item ${item}` : String(key).trim(),
				body,
				group: group?.read(run, item) ?? '',
				warnings,
				settings: await sendSettings(run, item, kind, { batchSize: usualBatch }),
			};
		},
		async send(run, entries, stopAtFailure) {
			hintEntries(run, entries, kind.name);
			return await sendMany(run, kind, entries, { stopAtFailure });
		},
	};
}
