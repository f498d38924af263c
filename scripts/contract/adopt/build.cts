import { askedBy, elementOf, rowSchema } from '../endpoints.cts';
import {
	jsonOf,
	nameOf,
	operationsOf,
	resolve,
	successOf,
	withoutDocument,
	type Contract,
	type Message,
	type Operation,
	type Parameter,
	type Schema,
} from '../source.cts';
import { createSchemaBuilder, dropCopies, knownWords } from './buildSchemas.cts';
import {
	assemble,
	assertApart,
	deletesAll,
	firstPage,
	newId,
	unifyPlaceholders,
	type Placed,
} from './buildPaths.cts';
import { createExamples, ERROR_NAMES } from './examples.cts';
import { compact, isSame, type Json } from './json.cts';
import { isKey, type OperationPlan } from './operationPlan.cts';
import { ABSENT, type Plan } from './plan.cts';
import type { VendorApi, VendorMessage, VendorOperation } from './vendor.cts';
import { camel, formerNames, unusedField } from './words.cts';

const NOTE = "Read in the vendor's own document.";
const SOURCE = "the vendor's own document";
const JSON_TYPE = 'application/json';

export interface Built {
	/** The vendor's document in the contract's forms, with our names of operations and schemas: what the overlay is laid over. */
	named: Json;
	contract: Contract;
	/** Our operation of every vendor's, the new ones too. */
	ids: Map<string, string>;
	notes: string[];
}

/** What belongs to an operation because of what it was: none of it comes from the vendor's document. */
const MARKS_THAT_GO = ['x-evidence', 'x-evidence-note', 'x-source', 'x-alternatives', 'x-absent'];

/** The contract as it becomes, and the vendor's part of it alone. */
export function build(contract: Contract, api: VendorApi, plan: Plan): Built {
	const notes: string[] = [...api.notes];
	const schemas = createSchemaBuilder(contract, api, plan, notes);
	const examples = createExamples(contract, schemas);
	const named: Array<Placed<Json>> = [];
	const whole: Placed[] = [];
	const ids = new Map<string, string>();
	const add = (their: VendorOperation, plain: Json, ours: Operation) => {
		const method = their.method.toLowerCase();
		named.push({ path: their.path, method, operation: plain });
		whole.push({ path: their.path, method, operation: ours });
		ids.set(their.key, ours.operationId);
	};
	const shared = new Map<string, Json>();
	// Bodies first: a schema of ours that is two of the vendor's keeps its name where it is sent.
	for (const one of plan.operations.values()) bodyOf(one);
	for (const one of plan.operations.values()) answersOf(one);
	shareAnswers();
	for (const row of operationsOf(contract)) {
		const one = plan.operations.get(row.id);
		if (one !== undefined) {
			const plain = plainOperation(one.their, row.id, one);
			add(one.their, plain, pairedOperation(one, plain));
		} else {
			const absent = plan.stays.get(row.id) === ABSENT ? true : undefined;
			const operation = compact({ ...row.operation, 'x-absent': absent }) as Operation;
			const shared = contract.paths[row.path]?.parameters ?? [];
			if (shared.length > 0) operation.parameters = [...shared, ...(operation.parameters ?? [])];
			whole.push({ path: row.path, method: row.method.toLowerCase(), operation });
		}
	}
	const taken = new Set(operationsOf(contract).map(({ id }) => id));
	for (const their of plan.added) {
		if (deletesAll(their)) {
			notes.push(
				`${their.key} is not taken over: it deletes, and nothing in it says which one. It would delete all.`,
			);
			continue;
		}
		const id = newId(their, taken);
		taken.add(id);
		const plain = plainOperation(their, id);
		add(their, plain, newOperation(their, plain));
	}
	assertApart(whole);
	const webhooks = schemas.renamed(api.webhooks) as Record<string, Json>;
	const own = schemas.finish(
		whole.filter(({ operation }) => plan.stays.has(operation.operationId)),
	);
	const paths = assemble(unifyPlaceholders(own.stays, whole, plan));
	const tags = [...contract.tags];
	for (const { operation } of whole) {
		const [name = 'Other'] = operation.tags ?? [];
		if (tags.some((tag) => tag.name === name)) continue;
		tags.push({ name, description: "A group of the vendor's document" } as { name: string });
	}
	// The first is where keys are sent to, which a sandbox never is.
	const production = [...api.servers, ...contract.servers].find(
		({ url }) => url === plan.production,
	) ?? { url: plan.production };
	const servers = [production, ...api.servers.filter(({ url }) => url !== plan.production)];
	const has = Object.keys(webhooks).length > 0;
	const after = compact({
		...contract,
		servers,
		tags,
		paths,
		webhooks: has ? webhooks : contract['webhooks' as keyof Contract],
		components: {
			...contract.components,
			responses: examples.shared({
				...untold(contract.components.responses),
				...byName(shared),
			}),
			schemas: own.whole,
		},
	}) as Contract;
	dropCopies(after);
	return {
		ids,
		notes,
		named: compact({
			openapi: '3.1.0',
			info: compact({
				title: api.title ?? 'Cash-In API',
				version: api.version ?? '1',
				description: api.description,
			}),
			servers: api.servers.length > 0 ? api.servers : undefined,
			paths: assemble(named),
			webhooks: has ? webhooks : undefined,
			components: compact({
				responses: shared.size > 0 ? byName(shared) : undefined,
				schemas: own.named,
			}),
		}),
		contract: after,
	};

	function bodyOf({ row, their }: OperationPlan): Schema | undefined {
		const ours = jsonOf(contract, row.operation.requestBody)?.schema;
		const names = [ours, ours === undefined ? undefined : elementOf(contract, ours)];
		if (their.body?.schema === undefined) return undefined;
		return schemas.rename(their.body.schema, defined(names.map((schema) => nameOf(schema))));
	}

	function answerNames({ row }: OperationPlan): string[] {
		const answer = successOf(contract, row)?.schema;
		return defined(
			[answer, answer === undefined ? undefined : rowSchema(contract, row)].map((schema) =>
				nameOf(schema),
			),
		);
	}

	/** What the vendor's document says, under our names. */
	function plainOperation(their: VendorOperation, id: string, one?: OperationPlan): Json {
		const body = their.body;
		const schema =
			one === undefined
				? body?.schema === undefined
					? undefined
					: schemas.rename(body.schema, [])
				: bodyOf(one);
		return compact({
			operationId: id,
			summary: their.title,
			description: their.description,
			tags: their.tags.length > 0 ? their.tags : undefined,
			deprecated: their.deprecated ? true : undefined,
			parameters:
				their.parameters.length === 0
					? undefined
					: their.parameters.map((parameter) =>
							compact({ ...parameter, required: parameter.required ? true : undefined }),
						),
			requestBody:
				body === undefined || schema === undefined
					? undefined
					: compact({
							description: body.description,
							required: body.required ? true : undefined,
							content: { [JSON_TYPE]: compact({ schema, example: body.example }) },
							'x-media-type': body.mediaType,
						}),
			responses: Object.fromEntries(
				Object.entries(answersOf(one, their)).map(([status, answer]) => [
					status,
					isSame(answer, shared.get(status)) ? { $ref: responseRef(status) } : answer,
				]),
			),
		});
	}

	function answersOf(one: OperationPlan | undefined, their = one?.their): Record<string, Json> {
		const names = one === undefined ? [] : answerNames(one);
		const ours = (status: string) =>
			status.startsWith('2') || status === 'default' ? names : ['ErrorMessage'];
		return Object.fromEntries(
			Object.entries(their?.answers ?? {}).map(([status, answer]) => [
				status,
				plainAnswer(answer, ours(status)),
			]),
		);
	}

	/** An answer that most operations give for a status is written once. */
	function shareAnswers(): void {
		const all = [...plan.operations.values()].map((one) => answersOf(one));
		for (const status of Object.keys(ERROR_NAMES)) {
			const given = all.map((answers) => answers[status]).filter((answer) => answer !== undefined);
			const ranked = given
				.map((answer) => ({ answer, times: given.filter((other) => isSame(other, answer)).length }))
				.sort((one, other) => other.times - one.times);
			const [first] = ranked;
			if (first !== undefined && first.times > 1) shared.set(status, first.answer);
		}
	}

	function plainAnswer(answer: VendorMessage, ours: string[]): Json {
		const { schema, example } = answer;
		return compact({
			description: answer.description ?? '',
			content:
				schema === undefined
					? undefined
					: { [JSON_TYPE]: compact({ schema: schemas.rename(schema, ours), example }) },
		});
	}

	function pairedOperation(one: OperationPlan, plain: Json): Operation {
		const { row, their } = one;
		const before = row.operation;
		const marks = Object.fromEntries(
			Object.entries(before).filter(
				([name]) => name.startsWith('x-') && !MARKS_THAT_GO.includes(name),
			),
		);
		const operation = compact({
			operationId: row.id,
			summary: their.title ?? row.title,
			...plain,
			description: their.description ?? before.description,
			tags: before.tags,
			'x-evidence': 'documented',
			'x-evidence-note':
				before['x-evidence'] === 'documented' && before['x-source'] === SOURCE
					? before['x-evidence-note']
					: NOTE,
			'x-source': SOURCE,
			...marks,
			'x-retry': retryOf(one),
			parameters: parametersOf(one),
			requestBody: examples.body(one, plain.requestBody as Message | undefined),
			responses: examples.answers(one, responsesOf(one, plain)),
		}) as unknown as Operation;
		keepWindow(one, operation);
		const secret = secretsIn(successSchema(operation));
		if (secret) operation['x-secret-response'] = true;
		return operation;
	}

	/** Never looser than before: a write that looks like a read now is still a write. */
	function retryOf({ row, their }: OperationPlan): 'never' | undefined {
		if (row.operation['x-retry'] === 'never') return 'never';
		return row.method !== 'GET' && their.method === 'GET' ? 'never' : undefined;
	}

	function parametersOf(one: OperationPlan): Parameter[] | undefined {
		const { row, their, parameters } = one;
		const ourOf = new Map(parameters.pairs.map(({ our, their: named }) => [named.key, our.key]));
		const fields = new Set(row.parameters.map((parameter) => parameter['x-field'] ?? ''));
		const made = their.parameters.map((parameter) => {
			const field = ourOf.get(parameter.name);
			const ours = row.parameters.find((candidate) => candidate['x-field'] === field);
			const moved = [...one.outOfBody].find(([, name]) => name === parameter.name)?.[0];
			const ownField = ours?.['x-field'] ?? moved ?? unusedField(camel(parameter.name), fields);
			fields.add(ownField);
			return parameterOf(one, parameter as unknown as Parameter, ours, ownField);
		});
		const names = new Set(made.map(({ name }) => name.toLowerCase()));
		const left = row.parameters
			.filter((parameter) => !made.some((known) => known['x-field'] === parameter['x-field']))
			.filter(
				(parameter) => parameter.in === 'query' && !one.inBody.has(parameter['x-field'] ?? ''),
			)
			.filter((parameter) => !names.has(parameter.name.toLowerCase()))
			.map((parameter): Parameter => {
				const { required: _, ...rest } = parameter;
				return {
					...rest,
					'x-evidence': withoutDocument(parameter['x-evidence']),
					'x-absent': true,
				};
			});
		const all = [...made, ...left];
		return all.length > 0 ? all : undefined;
	}

	function parameterOf(
		one: OperationPlan,
		their: Parameter,
		ours: Parameter | undefined,
		field: string,
	): Parameter {
		const marks = Object.fromEntries(
			Object.entries(ours ?? {}).filter(
				([name]) =>
					name.startsWith('x-') &&
					!['x-evidence', 'x-evidence-note', 'x-absent', 'x-former-names'].includes(name),
			),
		);
		const former = formerNames(ours?.name, ours?.['x-former-names'], their.name);
		const wasKey = ours !== undefined && isKey(one.row, ours);
		const role = one.parameterRoles.get(their.name);
		const values = schemas.knownValues(their.schema, ours?.schema);
		const schema = compact({ ...their.schema, 'x-known-values': values });
		return compact({
			name: their.name,
			in: their.in,
			required: their.required ? true : undefined,
			deprecated: their.deprecated ? true : undefined,
			description: their.description ?? knownWords(ours?.description),
			schema,
			example: examples.parameter(schema, ours?.example ?? undefined, their.example),
			...marks,
			'x-field': field,
			'x-role': ours?.['x-role'] ?? role,
			'x-needed': wasKey && their.in !== 'path' ? true : ours?.['x-needed'],
			'x-first-page': firstPage(their, ours?.['x-role'] ?? role),
			'x-former-names': former,
		}) as Parameter;
	}

	/** What the vendor says, and what it says nothing of. */
	function responsesOf({ row, their }: OperationPlan, plain: Json): Record<string, Message> {
		const told = plain.responses as Record<string, Message>;
		const tellsSuccess = Object.keys(told).some((status) => status.startsWith('2'));
		const kept = Object.entries(row.operation.responses).filter(([status, message]) => {
			if (told[status] !== undefined || status === 'default') return false;
			if (!status.startsWith('2')) return true;
			const empty = message.$ref !== undefined;
			return !tellsSuccess || (empty && their.method === row.method);
		});
		const left = kept.map(([status, message]): [string, Message] => [
			status,
			shared.has(status) || message.$ref === undefined ? inferred(message) : message,
		]);
		const success = told.default !== undefined && !tellsSuccess ? onlyDefault(told) : undefined;
		return { ...Object.fromEntries(left), ...told, ...success };
	}

	/** An answer that others have by the vendor's word, and this operation has not. */
	function inferred(message: Message): Message {
		const whole = resolve(contract, message);
		return { ...whole, 'x-evidence': withoutDocument(whole['x-evidence']) };
	}

	/** A document that has nothing but `default` means what comes when it went well. */
	function onlyDefault(told: Record<string, Message>) {
		const others = Object.keys(told).filter((status) => status !== 'default');
		return others.length > 0 ? undefined : { '200': told.default as Message };
	}

	function keepWindow(one: OperationPlan, operation: Operation): void {
		const window = operation['x-default-window'];
		const fields = new Set<string | undefined>([
			...(operation.parameters ?? []).map((parameter) => parameter['x-field']),
			...askedBy(contract, one.row).flatMap((asked) => ('in' in asked ? [] : [asked['x-field']])),
			...one.inBody.keys(),
		]);
		if (window !== undefined) {
			const from = window.from.filter((field) => fields.has(field));
			const to = window.to.filter((field) => fields.has(field));
			if (from.length === 0 || to.length === 0) delete operation['x-default-window'];
			else operation['x-default-window'] = { ...window, from, to };
		}
		const either = operation['x-either-of'];
		if (either !== undefined) {
			const left = either.filter((field) => fields.has(field));
			operation['x-either-of'] = left;
			if (left.length === 0) delete operation['x-either-of'];
		}
	}

	/** One that we have none for: never repeated where it writes, and its secrets are kept. */
	function newOperation(their: VendorOperation, plain: Json): Operation {
		const fields = new Set<string>();
		const parameters = their.parameters.map((parameter) => {
			const field = unusedField(camel(parameter.name), fields);
			fields.add(field);
			return compact({
				...parameter,
				required: parameter.required ? true : undefined,
				example: examples.parameter(parameter.schema, parameter.example),
				'x-field': field,
				'x-needed': their.method === 'DELETE' && parameter.required ? true : undefined,
			}) as unknown as Parameter;
		});
		const responses = plain.responses as Record<string, Message>;
		const done = Object.keys(responses).some((status) => status.startsWith('2'));
		const operation = compact({
			...plain,
			summary: their.title ?? their.operationId ?? their.key,
			tags: [their.tags[0] ?? 'Other'],
			'x-evidence': 'documented',
			'x-evidence-note': NOTE,
			'x-source': SOURCE,
			'x-retry': their.method === 'GET' ? undefined : 'never',
			parameters: parameters.length > 0 ? parameters : undefined,
			requestBody: examples.fresh(plain.requestBody as Message | undefined),
			responses: {
				...(done ? {} : { '200': { description: 'Success', 'x-evidence': 'inferred' } }),
				...errorsBeside(responses),
				...Object.fromEntries(
					Object.entries(responses).map(([status, message]) => [status, examples.fresh(message)]),
				),
			},
		}) as unknown as Operation;
		if (secretsIn(successSchema(operation))) operation['x-secret-response'] = true;
		return operation;
	}

	/** The usual errors may come all the same. */
	function errorsBeside(told: Record<string, Message>): Record<string, Message> {
		return Object.fromEntries(
			Object.keys(ERROR_NAMES)
				.filter((status) => told[status] === undefined)
				.map((status): [string, Message] => {
					const message = { $ref: responseRef(status) };
					return [status, shared.has(status) ? inferred(sharedMessage(status)) : message];
				}),
		);
	}

	function sharedMessage(status: string): Message {
		return examples.shared(byName(shared))[ERROR_NAMES[status] ?? ''] ?? {};
	}

	function successSchema({ responses }: Operation): Schema | undefined {
		const status = Object.keys(responses).find(
			(code) => code.startsWith('2') && responses[code]?.content !== undefined,
		);
		return status === undefined ? undefined : responses[status]?.content?.[JSON_TYPE]?.schema;
	}

	/** Whether an answer has a member that is called like a secret; its texts would reach logs. */
	function secretsIn(schema: Schema | undefined): boolean {
		return schema !== undefined && schemas.hasSecret(schema);
	}
}

const responseRef = (status: string) => `#/components/responses/${ERROR_NAMES[status] ?? ''}`;

/** Answers that the vendor's document says nothing of are our reading. */
const untold = (responses: Record<string, Message>) =>
	Object.fromEntries(
		Object.entries(responses).map(([name, message]): [string, Message] => [
			name,
			{ ...message, 'x-evidence': 'inferred' },
		]),
	);

const byName = (shared: ReadonlyMap<string, Json>) =>
	Object.fromEntries(
		[...shared].map(([status, answer]) => [ERROR_NAMES[status] ?? status, answer]),
	) as unknown as Record<string, Message>;

const defined = <T,>(values: Array<T | undefined>) => values.filter((value) => value !== undefined);
