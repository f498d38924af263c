'use strict';

const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { contractFile, generatedNotice, root } = require('./source');

/** Request and response types of every operation, by openapi-typescript. */
async function typesFile() {
	// An ES module: it cannot be required.
	const { default: openapiTS, astToString } = await import('openapi-typescript');
	const ast = await openapiTS(pathToFileURL(path.join(root, contractFile)), { silent: true });
	return {
		file: 'nodes/CashIn/api/types.generated.ts',
		content: `// ${generatedNotice}\n\n${astToString(ast)}`,
	};
}

module.exports = { typesFile };
