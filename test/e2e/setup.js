const { packNode } = require('../../scripts/n8n/pack');

/** The package as a user installs it: packed once for all files, unless the caller brought a tarball. */
module.exports = async () => {
	process.env.CASH_IN_TARBALL ??= await packNode();
};
