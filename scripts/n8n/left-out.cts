import zlib from 'node:zlib';

/**
 * Packages n8n declares but loads only when a node for that vendor, or a feature of that kind, is used. They are
 * half of n8n's 2.7 GB. In the runtime of demo and tests a stand-in takes their place, which says so when loaded.
 * Found by recording every module loaded while n8n starts, serves the editor, and runs workflows.
 */
const LEFT_OUT = [
	// Parts of the editor's source; the editor itself arrives built, in n8n-editor-ui.
	'@n8n/design-system',
	'element-plus',
	'swagger-ui-dist',
	// Language models, their agents and vector stores.
	'@anthropic-ai/sdk',
	'@aws-sdk/client-bedrock-agent-runtime',
	'@aws-sdk/client-bedrock-runtime',
	'@aws-sdk/client-kendra',
	'@aws-sdk/client-sagemaker',
	'@azure/search-documents',
	'@browserbasehq/stagehand',
	'@daytona/sdk',
	'@getzep/zep-cloud',
	'@getzep/zep-js',
	'@huggingface/inference',
	'@microsoft/agents-a365-observability',
	'@microsoft/agents-hosting',
	'@mistralai/mistralai',
	'@pinecone-database/pinecone',
	'@supabase/supabase-js',
	'@zilliz/milvus2-sdk-node',
	'agent-browser',
	'chromadb',
	'cohere-ai',
	'ibm-cloud-sdk-core',
	'playwright',
	'playwright-core',
	'weaviate-client',
	// Chat services.
	'@chat-adapter/discord',
	'@chat-adapter/slack',
	'@slack/web-api',
	'discord-api-types',
	'discord.js',
	// Databases, queues, storage and secret vaults other than the SQLite used here.
	'@aws-sdk/client-s3',
	'@aws-sdk/credential-provider-node',
	'@azure/identity',
	'@azure/keyvault-secrets',
	'@azure/storage-blob',
	'@confluentinc/kafka-javascript',
	'@confluentinc/kafka-schema-registry',
	'@kafkajs/confluent-schema-registry',
	'alasql',
	'mongodb',
	'mssql',
	'snowflake-sdk',
	// Documents and calendars.
	'mammoth',
	'pdf-parse',
	'pdfjs-dist',
	'ts-ics',
];

/**
 * @param version of n8n
 * @returns the packages to be left out of it
 */
export function leftOutOf({
	needs,
	alsoLeftOut,
}: {
	needs: string[];
	alsoLeftOut: string[];
}): string[] {
	return [...LEFT_OUT.filter((name) => !needs.includes(name)), ...alsoLeftOut];
}

const STAND_IN = {
	'package/package.json': JSON.stringify({ name: 'left-out', version: '1.0.0', main: 'index.js' }),
	'package/index.js':
		"throw new Error('This package is left out of the n8n that demo and tests of n8n-nodes-cash-in run. A full n8n has it.');\n",
};

/**
 * The stand-in as npm takes it: a gzipped tar archive. (A folder will not do: npm's resolver does not come to an end
 * when many overrides point at one.)
 */
export function standIn(): Buffer {
	const blocks = [];
	for (const [name, text] of Object.entries(STAND_IN)) {
		const content = Buffer.from(text);
		blocks.push(header(name, content.length), content);
		blocks.push(Buffer.alloc((512 - (content.length % 512)) % 512));
	}
	return zlib.gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** A ustar header: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html */
function header(name: string, size: number): Buffer {
	const block = Buffer.alloc(512);
	const octal = (number: number, digits: number) => number.toString(8).padStart(digits, '0');
	block.write(name, 0);
	block.write(`${octal(0o644, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100);
	block.write(`${octal(size, 11)}\0${octal(0, 11)}\0`, 124);
	block.write('        0', 148);
	block.write('ustar\x0000', 257);
	const sum = block.reduce((total, byte) => total + byte, 0);
	block.write(`${octal(sum, 6)}\0 `, 148);
	return block;
}
