import { packForRelease, sha256 } from '../support/packed.cts';
import { tarball } from '../support/tarball.cts';

it('what is published is the very tarball that these tests install into n8n', () => {
	const { status, said, files, stderr } = packForRelease();
	const tested = sha256(tarball());
	const [file] = files;

	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(files).toEqual([{ name: expect.stringMatching(/\.tgz$/), sha256: tested }]);
	expect(said).toEqual([`tarball=${file?.name}`, `sha256=${tested}`]);
});
