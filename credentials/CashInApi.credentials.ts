import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { assertKeyMayTravel } from '../nodes/CashIn/api/connection';

export class CashInApi implements ICredentialType {
	name = 'cashInApi';

	displayName = 'Cash-In API';

	icon = { light: 'file:../icons/cashIn.svg', dark: 'file:../icons/cashIn.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-cash-in/n8n-nodes-cash-in?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The access token Cash-In gave you. Tokens are separate for the sandbox and for production.',
			hint: 'Cash-In lets in registered IP addresses only: ask them to add the public address of this n8n. n8n Cloud has no fixed address.',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{
					name: 'Custom',
					value: 'custom',
					description: 'The sandbox, or another address that Cash-In gave you',
				},
				{
					name: 'Production',
					value: 'production',
					description: 'The real thing: invoices go out to people',
				},
			],
			default: 'production',
			description: 'Where requests go. A key works in the environment it was issued for only.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://sandbox.example.com/v2',
			description: 'The address Cash-In gave you, up to and including the version',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Endpoint Overrides',
			name: 'endpointOverrides',
			type: 'json',
			default: '{}',
			description:
				'Only when Cash-In tells you that an operation has another path than this node expects: a JSON object of operation and path, e.g. {"validateToken": "/token/validate"}. The operations are listed in the documentation.',
		},
	];

	/** The one place where the key joins a request: over https or to this computer, and nowhere else. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		assertKeyMayTravel(absoluteUrl(requestOptions));
		return {
			...requestOptions,
			headers: { ...requestOptions.headers, 'X-Api-Key': String(credentials.apiKey ?? '').trim() },
		};
	}
}

function absoluteUrl({ url, baseURL }: IHttpRequestOptions): string {
	return baseURL === undefined || URL.canParse(url) ? url : `${baseURL}${url}`;
}
