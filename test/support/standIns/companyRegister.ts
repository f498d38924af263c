import type { Json, StandInAnswer, StandInRequest } from './standIn';

/** A company as the register has it: what the workflow reads, and what is required beside it. */
export interface Company {
	businessId: { value: string; registrationDate: string; source: string };
	/** Type 1 is the name of the company, 2 a parallel and 3 an auxiliary one; the last of a type has no end. */
	names: Array<{ name: string; type: '1' | '2' | '3'; endDate?: string; version: number }>;
	addresses: Address[];
	companySituations?: Array<{ type: 'SANE' | 'SELTILA' | 'KONK'; endDate?: string }>;
	registeredEntries: Json[];
	/** 1 is registered, 4 is ceased. */
	tradeRegisterStatus: string;
	endDate?: string;
	lastModified: string;
}

interface Address {
	/** Where the company is, or where its post goes. */
	type: 1 | 2;
	street?: string;
	buildingNumber?: string;
	entrance?: string;
	apartmentNumber?: string;
	apartmentIdSuffix?: string;
	postOfficeBox?: string;
	co?: string;
	postCode?: string;
	/** In Finnish (1) and Swedish (2). */
	postOffices?: Array<{ city: string; languageCode: string; municipalityCode?: string }>;
	country?: string;
}

/** An address in Helsinki, with its name in both languages. */
export const helsinki = (changes: Partial<Address> = {}): Address => ({
	type: 2,
	street: 'Esimerkkikatu',
	buildingNumber: '1',
	postCode: '00100',
	postOffices: [
		{ city: 'HELSINGFORS', languageCode: '2', municipalityCode: '091' },
		{ city: 'HELSINKI', languageCode: '1', municipalityCode: '091' },
	],
	...changes,
});

/** A company that is in force and has one name and one address. */
export const company = (id: string, changes: Partial<Company> = {}): Company => ({
	businessId: { value: id, registrationDate: '2010-04-20', source: '3' },
	names: [{ name: 'Example Buyer Oy', type: '1', version: 1 }],
	addresses: [helsinki()],
	companySituations: [],
	registeredEntries: [],
	tradeRegisterStatus: '1',
	lastModified: '2026-01-15 00:00:00',
	...changes,
});

/**
 * The open register of companies of the Finnish Patent and Registration Office (PRH). Shapes and status codes after its
 * published schema, https://avoindata.prh.fi/opendata-ytj-api/v3/schema?lang=en.
 */
export function createCompanyRegister() {
	const companies: Company[] = [];
	const asked: string[] = [];
	let failures: number[] = [];
	return {
		/** The business IDs that were asked for, oldest first. */
		asked,
		keep: (...more: Company[]) => void companies.push(...more),
		/** The statuses that the next questions are answered with. */
		fail: (...statuses: number[]) => void (failures = statuses),
		answer: ({ method, path, query }: StandInRequest): StandInAnswer => {
			if (method !== 'GET' || path !== '/opendata-ytj-api/v3/companies') {
				return { status: 404, body: { timestamp: 'now', message: 'Not found', errorcode: 404 } };
			}
			const id = query.businessId ?? '';
			asked.push(id);
			const status = failures.shift();
			if (status === 429) return { status, body: 'Too many requests' };
			if (status !== undefined) {
				return { status, body: { timestamp: 'now', message: 'Unavailable', errorcode: status } };
			}
			if (!/^\d{7}-\d$/.test(id)) {
				return { status: 400, body: { timestamp: 'now', message: 'Bad request', errorcode: 400 } };
			}
			const found = companies.filter(({ businessId }) => businessId.value === id);
			return { body: { totalResults: found.length, companies: found } };
		},
	};
}
