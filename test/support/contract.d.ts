export interface Schema {
	$ref?: string;
	type?: string | string[];
	properties?: Record<string, Schema>;
	required?: string[];
	items?: Schema;
	allOf?: Schema[];
	examples?: unknown[];
	[mark: `x-${string}`]: unknown;
}

export interface Message {
	$ref?: string;
	content?: Record<string, { schema: Schema; example?: unknown }>;
}

export interface Parameter {
	name: string;
	in: 'path' | 'query';
	required?: boolean;
	schema: Schema;
	example?: unknown;
	[mark: `x-${string}`]: unknown;
}

export interface Operation {
	requestBody?: Message;
	responses: Record<string, Message>;
	[mark: `x-${string}`]: unknown;
}

export interface OperationRow {
	id: string;
	title: string;
	tag: string;
	method: string;
	path: string;
	evidence: string;
	note?: string;
	source?: string;
	parameters: Parameter[];
	operation: Operation;
}

export interface Contract {
	openapi: string;
	components: { schemas: Record<string, Schema>; responses: Record<string, Message> };
}

export function readContract(): Contract;
export function operationsOf(contract: Contract): OperationRow[];
export function pathOf(id: string): string;
export function propertiesOf(schema: Schema): Array<[string, Schema]>;
export function rowMembersOf(id: string): string[];
export function exampleAnswerOf(id: string): unknown;
export function previewNames(): string[];
export function previewMembers(name: string): string[];
export function exampleRowOf(id: string): Record<string, unknown>;
export function checkGeneratedFiles(): { status: number | null; stderr: string };
export function compareWithVendorExample(): {
	report: string;
	adopted: string;
	before: OperationRow[];
	after: OperationRow[];
};
export function adoptAt(id: string, method: string, route: string): string;
