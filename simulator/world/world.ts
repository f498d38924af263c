import { Agenda, Clock } from './clock';
import type { Settings } from './settings';

export interface WorldStart {
	settings: Settings;
	/** Keys of the creditor that is there from the start. */
	keys: readonly string[];
	partnerKeys: readonly string[];
	/** See Clock. */
	now?: string;
}

/** The simulated Cash-In: its time, its settings, and the stores of all subjects. */
export class World {
	readonly clock: Clock;
	readonly agenda: Agenda;
	readonly settings: Settings;
	private readonly stores = new Map<unknown, unknown>();

	constructor(readonly start: WorldStart) {
		this.clock = new Clock(start.now);
		this.agenda = new Agenda(this.clock);
		this.settings = { ...start.settings };
	}

	/** See `store`. */
	storeOf<Store>(create: (world: World) => Store): Store {
		if (!this.stores.has(create)) this.stores.set(create, create(this));
		return this.stores.get(create) as Store;
	}

	/** As it started: no records, clock and settings as they were. */
	reset(): void {
		this.stores.clear();
		this.agenda.clear();
		this.clock.reset();
		Object.assign(this.settings, this.start.settings);
	}
}

/**
 * Declares what a subject keeps: each world gets a store of its own when it is first asked for, and a fresh
 * one after a reset. So the world does not need to know its subjects.
 */
export function store<Store>(create: (world: World) => Store): (world: World) => Store {
	return (world) => world.storeOf(create);
}
