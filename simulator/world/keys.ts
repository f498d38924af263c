import { type Handlers, record, refuse } from './handler';
import { store, type World } from './world';

/** Customer code of the creditor that is there from the start: the simulator's own keys belong to it. */
export const OWN_CUSTOMER_CODE = '7001';

interface Entry {
	key: string;
	/** Undefined: a partner's key, which opens the creditor's operations too (our reading). */
	customerCode: string | undefined;
	/** Undefined: until it is renewed. */
	deadFromMs?: number;
}

/** The keys the simulated Cash-In has given out. A key opens the API until it is renewed and its grace ends. */
class KeyStore {
	private readonly entries: Entry[];

	constructor(private readonly world: World) {
		const { keys, partnerKeys } = world.start;
		this.entries = [
			...keys.map((key) => ({ key, customerCode: OWN_CUSTOMER_CODE })),
			...partnerKeys.map((key) => ({ key, customerCode: undefined })),
		];
	}

	/** Undefined for a key that does not open the API. */
	find(key: unknown): Entry | undefined {
		const nowMs = this.world.clock.now().getTime();
		return this.entries.find(
			(entry) => entry.key === key && nowMs < (entry.deadFromMs ?? Infinity),
		);
	}

	/** The key a creditor uses now. */
	currentOf(customerCode: string): string | undefined {
		return this.entries.find(
			(entry) => entry.customerCode === customerCode && entry.deadFromMs === undefined,
		)?.key;
	}

	/** @param customerCode the creditor that gets the key; undefined: a partner */
	issue(customerCode: string | undefined): string {
		const key = `simulated-${crypto.randomUUID()}`;
		this.entries.push({ key, customerCode });
		return key;
	}

	/** Gives a new key with the rights of the old one, which dies after the grace. */
	renew(key: string): string {
		const entry = this.find(key);
		if (entry === undefined) throw new Error('There is no such key to renew.');
		const { clock, settings } = this.world;
		// Renewing twice must not lengthen the old key's life.
		entry.deadFromMs ??= clock.now().getTime() + settings.keyGraceSeconds * 1_000;
		return this.issue(entry.customerCode);
	}
}

export const keysOf = store((world) => new KeyStore(world));

/** An address of either kind; whether it is on a list of allowed ones is not simulated. */
const IP_ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$/i;

export const tokenHandlers: Handlers = {
	/** A key that is not valid does not get this far: it is a 401. */
	validateToken: () => record({ isValid: true, message: 'Token is valid' }),

	/** The old token opens the API for a while yet, so that a job in flight can end. */
	renewToken(world, { parameters, names, key }) {
		const { customerCode, ipAddress } = parameters;
		for (const field of ['customerCode', 'ipAddress']) {
			if (parameters[field] === undefined) {
				return refuse(400, `${names.parameter(field)} is required.`);
			}
		}
		if (!IP_ADDRESS.test(String(ipAddress))) {
			return refuse(400, `${names.parameter('ipAddress')} is not an IP address.`);
		}
		const owner = keysOf(world).find(key)?.customerCode;
		if (owner !== undefined && owner !== String(customerCode)) {
			return refuse(403, 'The customer code is not that of this access token.');
		}
		return record({ message: 'Token renewed', accessToken: keysOf(world).renew(key) });
	},
};
