import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../api/generated/endpoints';
import type { Member } from '../../api/generated/members';
import { valueAt } from '../../api/parsePage';
import type { ExecuteRun } from '../../api/run';
import { helsinkiDate } from '../../invoicing/dates';
import type { Finding } from '../../invoicing/findings';
import { labelOf, parameterOf } from '../../text/labels';
import { uploadSpec, type UploadSpec } from '../../upload/uploadSpec';
import { isJsonInput, readBody } from './bodies';
import { refuseRetryOnFail, type Confirmation } from './confirmation';
import { bodyProperties, fieldLayout, type BodyLayout } from './fieldLayout';
import { fieldOf, memberAt } from './fields';
import { createRenameList } from './formerNames';
import type { BatchOperation } from './operation';
import { optionsCollection, readOptions } from './options';
import type { OperationRow, OperationTexts } from './resource';
import { readSendOptions, uploadOptions } from './sendOptions';
import { judge, validationOptionOf } from './validation';
import { toText } from './values';

interface UploadRow extends OperationTexts, Omit<BodyLayout, 'schema'> {
	/** One of them, in title case: `Product`. */
	noun: string;
	/** Stands before the key in a sentence: `Payment of invoice`; left out, the noun. */
	called?: string;
	/** Names of the key in an entry of the failures, the surest first; left out, those of an invoice number. */
	failureKeys?: readonly RegExp[];
	/** Whether the key is never shown, such as a phone number. */
	isKeySecret?: boolean;
	/** Whether the same key twice in a run is a mistake. Otherwise it goes into another request. */
	isKeyUnique?: boolean;
	/** Whether each stands alone: a refused request is bisected to find the bad ones, and several may be under way. */
	isIndependent?: boolean;
	/** A member beside the list, one value for a request. */
	beside?: Member;
	/** Items in a request unless the user says otherwise: 1 where an answer cannot tell them apart. */
	batchSize?: number;
	confirmation?: Confirmation;
	/** Precondition of a body; throws InputError. */
	assert?: (body: IDataObject) => void;
	validation?: UploadValidation;
}

export interface UploadValidation {
	/** Of the option: what happens when, in one or two sentences. */
	description: string;
	/** Of its choice 'Stop'. */
	stop: string;
	/** @param today `YYYY-MM-DD` in Helsinki */
	findings(body: IDataObject, today: string): readonly Finding[];
}

/** An operation that sends many items in one request, with a result for each. */
export function upload(endpoint: EndpointId, row: UploadRow): OperationRow {
	const { name, action, description } = row;
	return { name, action, description, run: { many: uploadOperation(endpoint, row) } };
}

function uploadOperation(endpoint: EndpointId, row: UploadRow): BatchOperation {
	const { noun, confirmation, validation, beside } = row;
	const spec = specOf(endpoint, row);
	const { schema } = endpoints[endpoint].body ?? {};
	if (schema === undefined) throw new Error(`${endpoint} has no body`);
	const layout: BodyLayout = { ...row, schema };
	return {
		endpoint,
		spec,
		confirmation,
		description: [
			...bodyProperties(layout, noun),
			...(beside === undefined ? [] : [besideField(beside)]),
			optionsCollection([
				...uploadOptions(spec),
				...(validation === undefined
					? []
					: [validationOptionOf(validation.description, validation.stop)]),
			]),
		],
		async prepare(run, item) {
			refuseRetryOnFail(run, endpoint, `the ${spec.plural} would be sent twice`);
			const renames = createRenameList();
			const body = readBody(run, item, layout, noun, renames.onRename);
			row.assert?.(body);
			const findings = validation?.findings(body, helsinkiDate(new Date())) ?? [];
			const { validation: wanted } = readOptions(run, item);
			const named = isJsonInput(run, item) ? findings : findings.map(byLabel(layout));
			const key = valueAt(body, spec.keyPath);
			const isKeyed = key !== undefined && key !== null;
			const subject = isKeyed ? spec.name(String(key).trim()) : '';
			const warnings = judge([...renames.findings, ...named], wanted, subject);
			return {
				item,
				key: isKeyed ? String(key).trim() : `item ${item}`,
				body,
				group: beside === undefined ? '' : readBeside(run, item, beside),
				warnings,
				options: await readSendOptions(run, item, spec),
			};
		},
	};
}

/** A finding that speaks of the field where it begins with the path of a member. */
function byLabel(layout: BodyLayout): (finding: Finding) => Finding {
	const labels = new Map(fieldLayout(layout).map(({ path, label }) => [path.join('.'), label]));
	return (finding) => ({
		...finding,
		message: finding.message.replace(/^[\w.]+/, (path) => {
			const label = labels.get(path);
			return label === undefined ? path : `'${label}'`;
		}),
	});
}

function specOf(endpoint: EndpointId, row: UploadRow): UploadSpec {
	const { noun, called = noun, beside, failureKeys, batchSize } = row;
	const { isKeyUnique = false, isIndependent = false, isKeySecret = false } = row;
	const { body } = endpoints[endpoint];
	const key = memberAt(body?.schema, body?.id ?? []);
	const items = body?.items;
	return uploadSpec(endpoint, {
		name: (text) => (isKeySecret ? `The ${noun.toLowerCase()}` : `${called} ${text}`),
		plural: `${noun.toLowerCase()}s`,
		keyLabel: isKeySecret || key === undefined ? '' : `'${labelOf(key)}'`,
		keyField: key === undefined ? '' : parameterOf(key),
		unique: isKeyUnique,
		isIndependent,
		...(failureKeys === undefined ? {} : { keyNames: failureKeys }),
		...(batchSize === undefined ? {} : { usualBatch: batchSize }),
		...(beside === undefined || items === undefined
			? {}
			: {
					toBody: (bodies, group) => ({
						[items]: bodies,
						...(group === '' ? {} : { [beside.name]: group }),
					}),
				}),
	});
}

function besideField(beside: Member): INodeProperties {
	const { description, placeholder, ...field } = fieldOf(beside);
	return { ...field, placeholder, description };
}

function readBeside(run: ExecuteRun, item: number, beside: Member): string {
	const value = run.parameter(parameterOf(beside), item, '') ?? '';
	return toText(value, `'${labelOf(beside)}'`).trim();
}
