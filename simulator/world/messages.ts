import { type Handlers, type JsonObject, refuse, upload } from './handler';
import { store } from './world';

/** Text messages as they were sent, with the report on each. */
export const messagesOf = store((): JsonObject[] => []);

/** Meter reading documents as they were sent. */
export const documentsOf = store((): JsonObject[] => []);

/** A number with its country: a plus, and up to 15 digits (E.164). */
const PHONE_NUMBER = /^\+[1-9]\d{6,14}$/;
const FIRST_MESSAGE = 90_001;

function messageError({ PhoneNumber: phone, Message: text }: JsonObject): string | undefined {
	if (typeof phone !== 'string' || !PHONE_NUMBER.test(phone)) {
		return 'PhoneNumber is not a number with its country code, such as +358400000000.';
	}
	return typeof text === 'string' && text !== '' ? undefined : 'Message is empty.';
}

function documentError(document: JsonObject): string | undefined {
	for (const party of ['Company', 'Customer']) {
		const { Name } = (document[party] ?? {}) as JsonObject;
		if (!Name) return `${party}.Name is missing.`;
	}
	const readings = document.Readings;
	return Array.isArray(readings) && readings.length > 0 ? undefined : 'There is no reading.';
}

/** Text messages and documents. Nothing leaves this machine. */
export const messageHandlers: Handlers = {
	/** Each message has a report, those that failed too. */
	sendSms(world, { body }) {
		const { Messages, Sender } = body as { Messages?: JsonObject[] | null; Sender?: unknown };
		if (!Messages?.length) return refuse(400, 'There is no message in the request.');
		const messages = messagesOf(world);
		const reports = Messages.map((message) => {
			const error = messageError(message);
			const report = {
				MessageId: String(FIRST_MESSAGE + messages.length),
				PhoneNumber: message.PhoneNumber ?? null,
				Status: error === undefined ? 'Delivered' : 'Failed',
				StatusDescription: error ?? 'OK',
				DeliveredAt: error === undefined ? world.clock.timestamp() : null,
			};
			messages.push({ ...message, Sender, report });
			return report;
		});
		const failed = reports.filter(({ Status }) => Status === 'Failed').length;
		return {
			status: 202,
			body: {
				StatusDescription: `Sent: ${reports.length - failed}. Failed: ${failed}.`,
				SentMessagesCount: reports.length - failed,
				FailedMessagesCount: failed,
				DeliveryReports: reports,
			},
		};
	},

	createMeterReadingDocuments(world, { body }) {
		const { Documents } = body as { Documents?: JsonObject[] | null };
		const words = { one: 'document', counted: 'Documents', key: 'DocumentNumber' };
		return upload(Documents, words, (document) => {
			const error = documentError(document);
			if (error === undefined) documentsOf(world).push(document);
			return error;
		});
	},
};
