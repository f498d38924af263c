import type { Agenda } from './agenda';
import { createAgenda } from './agenda';
import type { AllocationStore } from './allocations';
import { createAllocationStore } from './allocations';
import type { Clock } from './clock';
import { createClock } from './clock';
import type { CollectionStore } from './collection';
import { createCollectionStore } from './collection';
import type { CreditorStore } from './creditors';
import { createCreditorStore, OWN_CUSTOMER_CODE } from './creditors';
import type { DirectPaymentStore } from './directPayments';
import { createDirectPaymentStore } from './directPayments';
import type { InvoiceStore } from './invoices';
import { createInvoiceStore } from './invoices';
import type { JournalStore } from './journal';
import { createJournal } from './journal';
import type { KeyStore } from './keys';
import { createKeyStore } from './keys';
import type { RecordStore } from './records';
import { createRecordStore } from './records';
import type { Settings } from './settings';
import type { SettlementStore } from './settlements';
import { createSettlementStore } from './settlements';

/** Everything the simulated Cash-In knows. One room per subject; a new subject gets a room beside these. */
export interface World {
	clock: Clock;
	agenda: Agenda;
	keys: KeyStore;
	invoices: InvoiceStore;
	allocations: AllocationStore;
	directPayments: DirectPaymentStore;
	collection: CollectionStore;
	settlements: SettlementStore;
	directSettlements: SettlementStore;
	creditors: CreditorStore;
	/** By ProdCode. */
	products: RecordStore;
	/** By CustomerCode. */
	customers: RecordStore;
	/** E-invoicing contracts, by customer code. */
	contracts: RecordStore;
	/** Why an invoice cannot be delivered, by its number. */
	failedDeliveries: Map<string, string>;
	journal: JournalStore;
	settings: Settings;
	clear(): void;
}

export interface WorldStart {
	settings: Settings;
	keys: readonly string[];
	partnerKeys: readonly string[];
	/** See createClock. */
	now?: string;
}

export function createWorld(start: WorldStart): World {
	const settings = { ...start.settings };
	const clock = createClock(start.now);
	const rooms = {
		agenda: createAgenda(clock),
		keys: createKeyStore(clock, OWN_CUSTOMER_CODE, start),
		invoices: createInvoiceStore(clock),
		allocations: createAllocationStore(),
		directPayments: createDirectPaymentStore(),
		collection: createCollectionStore(),
		settlements: createSettlementStore(),
		directSettlements: createSettlementStore(),
		creditors: createCreditorStore(),
		products: createRecordStore(),
		customers: createRecordStore(),
		contracts: createRecordStore(),
		failedDeliveries: new Map<string, string>(),
		journal: createJournal(),
	};
	return {
		...rooms,
		clock,
		settings,
		clear: () => {
			for (const room of Object.values(rooms)) room.clear();
			clock.reset();
			Object.assign(settings, start.settings);
		},
	};
}
