import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import YAML from 'yaml';

/** The foreign document, read by nothing of the package: what it says of each request and each answer. */

export const FILE = path.join(__dirname, '..', 'fixtures', 'foreign', 'openapi.yaml');

type Json = Record<string, unknown>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export interface Operation {
	/** `GET /payouts/{settlementId}` */
	name: string;
	method: string;
	path: string;
	/** The status of its answer. */
	status: number;
	/** Of the body that it takes; nothing where it takes none. */
	mediaType?: string;
	/** What is wrong with the parameters of a request; nothing where all is well. */
	queryProblems: (query: unknown) => string[];
	bodyProblems: (body: unknown) => string[];
	answerProblems: (answer: unknown) => string[];
}

/**
 * Every operation of the document. Its objects are taken to be closed, although it leaves them open: a member that it
 * does not name is one that nobody would read.
 */
export function readOperations(): Operation[] {
	const document = closed(YAML.parse(readFileSync(FILE, 'utf8'))) as Json;
	const strict = addFormats(new Ajv2020({ strict: false, allErrors: true }));
	const lenient = addFormats(
		new Ajv2020({ strict: false, allErrors: true, coerceTypes: true, validateFormats: true }),
	);
	for (const ajv of [strict, lenient]) {
		ajv.addSchema({ $id: 'foreign', components: document.components });
	}
	const compile = (ajv: Ajv2020, schema: unknown) =>
		ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"foreign#/')) as Json);
	const anything: ValidateFunction = strict.compile({});
	return Object.entries(objectOf(document.paths)).flatMap(([at, item]) =>
		METHODS.filter((method) => method in objectOf(item)).map((method): Operation => {
			const operation = objectOf(objectOf(item)[method]);
			const parameters = [...listOf(objectOf(item).parameters), ...listOf(operation.parameters)]
				.map((one) => follow(document, one))
				.filter((one) => one.in === 'query');
			const query = compile(lenient, {
				type: 'object',
				properties: Object.fromEntries(
					parameters.map(({ name, schema }) => [String(name), schema]),
				),
				required: parameters.filter(({ required }) => required === true).map(({ name }) => name),
				additionalProperties: false,
			});
			const [[mediaType, media] = []] = Object.entries(
				objectOf(objectOf(operation.requestBody).content),
			);
			const [status = ''] = Object.keys(objectOf(operation.responses)).sort();
			const [answer] = Object.values(
				objectOf(objectOf(objectOf(operation.responses)[status]).content),
			);
			return {
				name: `${method.toUpperCase()} ${at}`,
				method: method.toUpperCase(),
				path: at,
				status: Number(status),
				mediaType,
				queryProblems: problemsOf(query),
				bodyProblems: problemsOf(
					media === undefined ? anything : compile(strict, objectOf(media).schema),
				),
				answerProblems: problemsOf(
					answer === undefined ? anything : compile(strict, objectOf(answer).schema),
				),
			};
		}),
	);
}

const problemsOf = (validate: ValidateFunction) => (value: unknown) => {
	if (validate(value)) return [];
	return (validate.errors ?? []).map(({ instancePath, message = '', params }) => {
		const unknown = 'additionalProperty' in params ? `: ${String(params.additionalProperty)}` : '';
		return `${instancePath} ${message}${unknown}`.trim();
	});
};

function closed(node: unknown): unknown {
	if (Array.isArray(node)) return node.map(closed);
	if (typeof node !== 'object' || node === null) return node;
	const copy = Object.fromEntries(Object.entries(node).map(([name, one]) => [name, closed(one)]));
	const isSchema = copy.type === 'object' && typeof copy.properties === 'object';
	return isSchema ? { ...copy, additionalProperties: false } : copy;
}

function follow(document: Json, node: unknown): Json {
	const { $ref } = objectOf(node);
	if (typeof $ref !== 'string') return objectOf(node);
	const keys = $ref.slice(2).split('/').map(decodeURIComponent);
	return objectOf(keys.reduce<unknown>((holder, key) => objectOf(holder)[key], document));
}

const objectOf = (value: unknown): Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
