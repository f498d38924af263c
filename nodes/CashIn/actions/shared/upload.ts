import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import type { EndpointId } from '../../api/endpoints.generated';
import { helsinkiDate } from '../../invoicing/dates';
import type { Finding } from '../../invoicing/findings';
import { displayName } from '../../text/displayName';
import { readBody } from './bodies';
import { answerNames } from './bulk/answerNames';
import { bulkOptions, DEFAULT_BATCH_SIZE } from './bulk/bulkOptions';
import type { BulkEntry, BulkKind } from './bulk/kind';
import { sendMany } from './bulk/sendMany';
import { sendSettings } from './bulk/sendSettings';
import {
	assertConfirmed,
	confirmationProperties,
	refuseRetryOnFail,
	type Confirmation,
} from './confirmation';
import { bodyProperties, type BodyLayout } from './fieldLayout';
import { parameterName } from './fields';
import type { BatchOperation } from './operation';
import { optionsCollection, readOptions } from './options';
import type { OperationRow, OperationTexts } from './resource';
import { hintEntries, judge, validationOptionOf } from './validation';
import { toText } from './values';

interface UploadRow extends OperationTexts {
	/** One of them, in title case: `Product`. */
	noun: string;
	/** For sentences: `products`. */
	plural: string;
	/** The status of one that was taken: `created`. */
	done: string;
	layout: BodyLayout;
	/** The member that holds the key. */
	key: string;
	/** What stands before the key in a sentence: `Payment of invoice`; left out, the noun. */
	called?: string;
	/** Where the key is in a body; left out, at its top. */
	keyOf?: (body: IDataObject) => unknown;
	/** Whether the key is nobody's business, such as a phone number: no sentence names it. */
	isKeySecret?: boolean;
	/** Whether the same key twice in a run is a mistake. Otherwise it goes into another request. */
	isKeyUnique?: boolean;
	/** Members of what was sent that the output shows. */
	shown: readonly string[];
	/** The word in the counters of the answer, as `UploadedItemsCount`, and the names its failures may give the key. */
	counted: string;
	failureKeys?: readonly RegExp[];
	/** The counter of what was taken, where it has another name. */
	taken?: string;
	/** Whether each stands alone: a refused request is bisected to find the bad ones, and several may be under way. */
	isIndependent?: boolean;
	/** The member of the request that holds the list, where the list is not the whole body. */
	wrappedIn?: string;
	/** A member beside the list, one value for a request. */
	beside?: { name: string; placeholder: string; description: string };
	/** Items in a request unless the user says otherwise; 1 where an answer cannot tell them apart. */
	batchSize?: number;
	confirmation?: Confirmation;
	/** Precondition of a body; throws InputProblem. */
	assert?: (body: IDataObject) => void;
	validation?: {
		/** Of the option: what happens when, in one or two sentences. */
		description: string;
		/** Of its choice 'Stop'. */
		stop: string;
		/** @param today `YYYY-MM-DD` in Helsinki */
		findings(body: IDataObject, today: string): readonly Finding[];
	};
}

/** An operation that sends many items in one request, with a result for each. */
export function upload(endpoint: EndpointId, row: UploadRow): OperationRow {
	const { name, action, description } = row;
	return { name, action, description, run: { many: uploadOperation(kindOf(endpoint, row), row) } };
}

function kindOf(endpoint: EndpointId, row: UploadRow): BulkKind {
	const { noun, called = noun, beside, isIndependent = false, isKeySecret = false } = row;
	const answer = answerNames(row.counted, row.failureKeys);
	return {
		endpoint,
		name: (key) => (isKeySecret ? `The ${noun.toLowerCase()}` : `${called} ${key}`),
		plural: row.plural,
		done: row.done,
		keyLabel: isKeySecret ? '' : `'${displayName(row.key)}'`,
		keyMember: row.key,
		unique: row.isKeyUnique ?? false,
		shown: row.shown,
		answer: { ...answer, taken: row.taken ?? answer.taken },
		silence: 'success',
		halve: isIndependent,
		wrap: (bodies, group) =>
			row.wrappedIn === undefined
				? bodies
				: {
						[row.wrappedIn]: bodies,
						...(beside === undefined || group === '' ? {} : { [beside.name]: group }),
					},
		resend: false,
		...(isIndependent ? { anyOrder: true } : {}),
	};
}

function uploadOperation(kind: BulkKind, row: UploadRow): BatchOperation<BulkEntry> {
	const { noun, layout, confirmation, validation, beside } = row;
	const { batchSize = DEFAULT_BATCH_SIZE } = row;
	const [label, parameter] = [displayName(beside?.name ?? ''), parameterName(beside?.name ?? '')];
	return {
		endpoint: kind.endpoint,
		description: [
			...confirmationProperties(confirmation),
			...bodyProperties(layout, noun),
			...(beside === undefined ? [] : [besideField(label, parameter, beside)]),
			optionsCollection([
				...bulkOptions(kind, batchSize),
				...(validation === undefined
					? []
					: [validationOptionOf(validation.description, validation.stop)]),
			]),
		],
		async prepare(run, item) {
			refuseRetryOnFail(run, kind.endpoint, `the ${kind.plural} would be sent twice`);
			const body = readBody(run, item, layout, noun);
			row.assert?.(body);
			const findings = validation?.findings(body, helsinkiDate(new Date())) ?? [];
			const warnings = judge(findings, readOptions(run, item).validation);
			assertConfirmed(run, item, confirmation, body);
			const key = row.keyOf === undefined ? body[kind.keyMember] : row.keyOf(body);
			return {
				item,
				key: key === undefined || key === null ? `item ${item}` : String(key).trim(),
				body,
				group: beside === undefined ? '' : readBeside(run, item, label, parameter),
				warnings,
				settings: await sendSettings(run, item, kind, { batchSize }),
			};
		},
		async send(run, entries, stopAtFailure) {
			hintEntries(run, entries, kind.name);
			return await sendMany(run, kind, entries, { stopAtFailure });
		},
	};
}

function besideField(
	label: string,
	name: string,
	{ placeholder, description }: NonNullable<UploadRow['beside']>,
): INodeProperties {
	return { displayName: label, name, type: 'string', default: '', placeholder, description };
}

function readBeside(run: ExecuteRun, item: number, label: string, parameter: string): string {
	return toText(run.parameter(parameter, item, '') ?? '', `'${label}'`).trim();
}
