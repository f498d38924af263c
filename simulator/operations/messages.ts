import type { JsonObject } from '../state/invoices';
import type { World } from '../state/world';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { uploaded } from './uploaded';

/** What goes out to people besides invoices, by operationId. Nothing leaves this machine. */
export const MESSAGE_HANDLERS: { [operationId: string]: Handler } = {
	sendSms,
	createMeterReadingDocuments,
};

/** A number with its country: a plus, and up to 15 digits (E.164). */
const PHONE_NUMBER = /^\+[1-9]\d{6,14}$/;
const FIRST_MESSAGE = 90_001;

/** Each message has a report, those that failed too. */
function sendSms(world: World, call: Call): Answer {
	const { Messages, Sender } = call.body as { Messages?: JsonObject[] | null; Sender?: unknown };
	if (!Messages?.length) return refuse(400, 'There is no message in the request.');
	const reports = Messages.map((message) => {
		const fault = messageFault(message);
		const report = {
			MessageId: String(FIRST_MESSAGE + world.journal.messages.length),
			PhoneNumber: message.PhoneNumber ?? null,
			Status: fault === undefined ? 'Delivered' : 'Failed',
			StatusDescription: fault ?? 'OK',
			DeliveredAt: fault === undefined ? world.clock.now().toISOString() : null,
		};
		world.journal.messages.push({ ...message, Sender, report });
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
}

function messageFault({ PhoneNumber: phone, Message: text }: JsonObject): string | undefined {
	if (typeof phone !== 'string' || !PHONE_NUMBER.test(phone)) {
		return 'PhoneNumber is not a number with its country code, such as +358400000000.';
	}
	return typeof text === 'string' && text !== '' ? undefined : 'Message is empty.';
}

function createMeterReadingDocuments(world: World, call: Call): Answer {
	const { Documents } = call.body as { Documents?: JsonObject[] | null };
	if (!Documents?.length) return refuse(400, 'There is no document in the request.');
	return uploaded('Documents', Documents, (document) => {
		const fault = documentFault(document);
		if (fault === undefined) {
			world.journal.documents.push(document);
			return undefined;
		}
		return { DocumentNumber: document.DocumentNumber ?? null, StatusDescription: fault };
	});
}

function documentFault(document: JsonObject): string | undefined {
	for (const party of ['Company', 'Customer']) {
		const { Name } = (document[party] ?? {}) as JsonObject;
		if (!Name) return `${party}.Name is missing.`;
	}
	const readings = document.Readings;
	return Array.isArray(readings) && readings.length > 0 ? undefined : 'There is no reading.';
}
