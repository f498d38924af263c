import { readVendor } from '../../scripts/contract/adopt/read.cts';
import { Documents } from '../support/adopting.cts';

const documents = new Documents();
afterAll(() => documents.remove());

const DOCUMENT = `openapi: 3.0.1
x-usual: &usual
  responses: { '200': { description: Käsitelty } }
paths:
  /validate:
    get:
      <<: *usual
      summary: Validate token
`;
const READ = {
	summary: 'Validate token',
	responses: { 200: { description: 'Käsitelty' } },
};

test.each([
	['UTF-8', Buffer.from(DOCUMENT)],
	['UTF-8 with its mark', Buffer.from(`\uFEFF${DOCUMENT}`)],
	['UTF-16', Buffer.from(`\uFEFF${DOCUMENT}`, 'utf16le')],
	['UTF-16 the other way round', Buffer.from(`\uFEFF${DOCUMENT}`, 'utf16le').swap16()],
])('%s is read, with what is merged into an operation', async (name, bytes) => {
	const { document, files } = await readVendor(documents.file(`${name}.yaml`, bytes));
	expect(document).toMatchObject({ paths: { '/validate': { get: READ } } });
	// What is kept is what was given, byte for byte.
	expect(files).toEqual([{ name: `${name}.yaml`, bytes }]);
});

test('another encoding is refused, so that no letter becomes another one', async () => {
	const latin = documents.file('latin.yaml', Buffer.from(DOCUMENT, 'latin1'));
	await expect(readVendor(latin)).rejects.toThrow('latin.yaml is not written in UTF-8. Save it');
});
