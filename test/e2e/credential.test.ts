import { createInstance } from '../../scripts/n8n/instance.cts';
import { credential, useN8n } from '../support/n8n';
import { useSimulator } from '../support/simulator';
import { tarball } from '../support/tarball.cts';

const n8n = useN8n();
const simulator = useSimulator();

it('the Test of the credential says in n8n what it says to us', async () => {
	await n8n().start();
	await n8n().setupOwner();
	const test = async (baseUrl: string, apiKey?: string) =>
		await n8n().testCredential({ ...credential(baseUrl, apiKey), id: undefined });

	expect(await test(simulator().url)).toEqual({
		status: 'OK',
		message: 'Cash-In accepts this API key.',
	});
	expect(await test(simulator().url, 'wrong-key')).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('does not accept this API key (401)'),
	});
	simulator().control.addFault({ kind: 403, count: 2 });
	expect(await test(simulator().url)).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('is not allowed here (403)'),
	});
	expect(await test('http://127.0.0.1:1/v2')).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('cannot be reached'),
	});
	simulator().control.addFault({ kind: 'html' });
	expect(await test(simulator().url)).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('not as the Cash-In API does'),
	});
	expect(n8n().log()).not.toContain('wrong-key');
});

it('the login is made for each n8n anew, opens only that one, and stands in no log', async () => {
	await n8n().start();
	const { email, password } = n8n().owner;
	const logIn = async (tried: string) => {
		const { status } = await fetch(`${n8n().url}/rest/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ emailOrLdapLoginId: email, password: tried }),
		});
		return status;
	};
	const other = await createInstance({ tarball: tarball() });
	const theirs = other.owner.password;
	await other.dispose();

	expect(await logIn('Cash-In-demo-1')).toBe(401);
	expect(await logIn(theirs)).toBe(401);
	expect(await logIn(password)).toBe(200);
	expect(password.length).toBeGreaterThanOrEqual(16);
	expect(n8n().log()).not.toContain(password);
});
