import { shows, useEditor } from '../support/editor';
import { startRaw, type RawServer } from '../support/rawServer.cts';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();
const { editor, addCredential } = useEditor();

const dialog = () => editor().page.getByTestId('editCredential-modal');
const SECRET = 'a-key-that-nobody-may-read';

it('a right key: n8n says that the connection works', async () => {
	const { name } = await addCredential(simulator());
	await editor().openCredential(name);
	await shows(dialog(), /Connection tested successfully/);
});

/** What goes wrong, how, and what the dialog says of it. */
const FAULTS: Array<[string, () => void, RegExp]> = [
	['no right', () => fault(403, 2), /knows this API key, but it is not allowed here \(403\)/],
	['trouble at Cash-In', () => fault(500), /has trouble of its own at the moment \(500\)/],
	[
		'a web page for an answer',
		() => fault('html'),
		/not as the Cash-In API does. Check 'Base URL'/,
	],
];
const fault = (kind: 403 | 500 | 'html', count = 1) =>
	simulator().control.addFault({ kind, count });

it.each(FAULTS)('%s: the dialog says what it is', async (_, arrange, says) => {
	arrange();
	const { name } = await addCredential(simulator());
	await editor().openCredential(name);
	await readsDetails(says);
});

it('a wrong key: the dialog says that it is not accepted, and shows no letter of it', async () => {
	const { name } = await addCredential({ url: simulator().url, key: SECRET });
	await editor().openCredential(name);
	await readsDetails(/does not accept this API key \(401\)/);
	await keepsSecret();
});

it('no connection: the dialog says that there is nobody, and what to check', async () => {
	const { name } = await addCredential({ url: 'http://127.0.0.1:1/v2' });
	await editor().openCredential(name);
	await readsDetails(/127\.0\.0\.1:1 cannot be reached. Check 'Base URL'/);
});

describe('an address that points elsewhere', () => {
	let server: RawServer;
	beforeAll(async () => {
		server = await startRaw((_, response) => {
			response.writeHead(302, { location: 'https://elsewhere.example/v2' }).end();
		});
	});
	afterAll(async () => await server.close());

	it('the dialog names the final address, and says that the key was not sent on', async () => {
		const { name } = await addCredential({ url: server.baseUrl });
		await editor().openCredential(name);
		await readsDetails(/points elsewhere \(https:\/\/elsewhere\.example\/v2/);
	});
});

it('a key that is typed in is hidden while it is typed, and after it was saved', async () => {
	await editor().newCredential('Cash-In API');
	const field = (name: string) =>
		dialog().getByTestId(`parameter-input-${name}`).locator('input').first();
	const key = field('apiKey');
	await key.fill(SECRET);
	await field('environment').click();
	await editor()
		.page.getByRole('option', { name: /sandbox/i })
		.click();
	await field('baseUrl').fill(simulator().url);
	expect(await key.getAttribute('type')).toBe('password');
	await dialog().getByTestId('credential-save-button').click();
	await readsDetails(/does not accept this API key \(401\)/);
	await keepsSecret();
});

async function readsDetails(says: RegExp) {
	await dialog().getByText('More details').click();
	await shows(dialog(), says);
}

/** A picture shows what is visible: the text of the page, and what is typed in fields that are not hidden. */
async function keepsSecret() {
	const { page } = editor();
	expect(await page.locator('body').innerText()).not.toContain(SECRET);
	for (const field of await page.locator('input:not([type=password]), textarea').all()) {
		expect(await field.inputValue()).not.toContain(SECRET);
	}
}
