import type { World } from '../state/world';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';

/** Access tokens, by operationId. */
export const TOKEN_HANDLERS: { [operationId: string]: Handler } = {
	// A key that is not valid does not get this far: it is a 401.
	validateToken: () => ({ status: 200, body: { IsValid: true, Message: 'Token is valid' } }),
	renewToken,
};

/** An address of either kind; whether it is on a list of allowed ones is not played here. */
const IP_ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$/i;

/** The old token opens the API for a while yet, so that a job in flight can end. */
function renewToken(world: World, call: Call): Answer {
	const { customerCode, ipAddress } = call.query;
	if (customerCode === undefined) return refuse(400, 'customerCode is required.');
	if (ipAddress === undefined) return refuse(400, 'ipAddress is required.');
	if (!IP_ADDRESS.test(String(ipAddress))) return refuse(400, 'ipAddress is not an IP address.');
	const owner = world.keys.ownerOf(call.key);
	if (owner !== undefined && owner !== customerCode) {
		return refuse(403, 'The customer code is not that of this access token.');
	}
	const token = world.keys.renew(call.key, world.settings.keyGraceSeconds);
	return { status: 200, body: { Message: 'Token renewed', AccessToken: token } };
}
