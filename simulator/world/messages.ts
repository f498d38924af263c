import type { Handlers, JsonObject, Names } from './handler';
import { refuse, upload, uploaded } from './handler';
import { store } from './world';

/** Text messages as they were sent, with the report on each. */
export const messagesOf = store((): JsonObject[] => []);

/** Meter reading documents as they were sent. */
export const documentsOf = store((): JsonObject[] => []);

/** A number with its country: a plus, and up to 15 digits (E.164). */
const PHONE_NUMBER = /^\+[1-9]\d{6,14}$/;
const FIRST_MESSAGE = 90_001;

function messageError(
	{ phoneNumber: phone, message: text }: JsonObject,
	names: Names,
): string | undefined {
	if (typeof phone !== 'string' || !PHONE_NUMBER.test(phone)) {
		return `${names.member('phoneNumber')} is not a number with its country code, such as +358400000000.`;
	}
	return typeof text === 'string' && text !== ''
		? undefined
		: `${names.member('message')} is empty.`;
}

function documentError(document: JsonObject, names: Names): string | undefined {
	for (const party of ['company', 'customer']) {
		const { name } = (document[party] ?? {}) as JsonObject;
		if (!name) return `${names.member(party, 'name')} is missing.`;
	}
	const { readings } = document;
	return Array.isArray(readings) && readings.length > 0 ? undefined : 'There is no reading.';
}

/** Text messages and documents. Nothing leaves this machine. */
export const messageHandlers: Handlers = {
	/** Each message has a report, those that failed too. */
	sendSms(world, { items, body, names }) {
		if (items.length === 0) return refuse(400, 'There is no message in the request.');
		const messages = messagesOf(world);
		const reports = items.map((message) => {
			const error = messageError(message, names);
			const report = {
				messageId: String(FIRST_MESSAGE + messages.length),
				phoneNumber: message.phoneNumber ?? null,
				status: error === undefined ? 'Delivered' : 'Failed',
				statusDescription: error ?? 'OK',
				deliveredAt: error === undefined ? world.clock.timestamp() : null,
			};
			messages.push({ ...message, sender: body.sender, report });
			return report;
		});
		const failures = reports
			.filter(({ status }) => status === 'Failed')
			.map(({ phoneNumber: key, statusDescription: reason }) => ({
				field: 'phoneNumber',
				key,
				reason,
			}));
		const sent = reports.length - failures.length;
		const message = `Sent: ${sent}. Failed: ${failures.length}.`;
		return uploaded(message, sent, failures, { deliveryReports: reports });
	},

	createMeterReadingDocuments(world, { items, names }) {
		return upload(items, { one: 'document', key: 'documentNumber' }, (document) => {
			const error = documentError(document, names);
			if (error === undefined) documentsOf(world).push(document);
			return error;
		});
	},
};
