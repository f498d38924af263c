import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { foreignAddress, readConnection } from '../nodes/CashIn/api/connection';
import { InputError } from '../nodes/CashIn/api/errors';
import { direct, UNPROXIED } from '../nodes/CashIn/api/proxy';

const endpointOverrides: INodeProperties = {
	displayName: 'Endpoint Overrides',
	name: 'endpointOverrides',
	type: 'json',
	default: '{}',
	description:
		'A JSON object of operation and path, e.g. {"validateToken": "/token/validate"}. The operations are listed in the documentation.',
};

/** Anything but blanks and an empty object. */
const FILLED_IN = '^(?!\\s*\\{\\s*\\}\\s*$)[\\s\\S]*\\S';

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
					name: 'Production',
					value: 'production',
					description: 'The real thing: invoices go out to people',
				},
				{
					name: 'Sandbox or Other Address',
					value: 'custom',
					description: 'The sandbox, or another address that Cash-In gave you',
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
			required: true,
			placeholder: 'e.g. https://sandbox.example.com/v2',
			description: 'The address Cash-In gave you, up to and including the version',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Correct a Path',
			name: 'correctPath',
			type: 'boolean',
			default: false,
			description:
				'Whether an operation has another path than this node expects. Only when Cash-In tells you so.',
		},
		{ ...endpointOverrides, displayOptions: { show: { correctPath: [true] } } },
		// Of before there was the switch: what is in force stays in sight.
		{
			...endpointOverrides,
			displayOptions: {
				show: { correctPath: [false], endpointOverrides: [{ _cnd: { regex: FILLED_IN } }] },
			},
		},
	];

	/**
	 * The one place where the key joins a request: to the credential's own address, checked to be what it says it is,
	 * and not along with a redirect. n8n's own nodes can use the credential too.
	 */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const url = absoluteUrl(requestOptions);
		const connection = readConnection(credentials);
		if ('problem' in connection) throw new InputError(connection.problem);
		const problem = foreignAddress(url, connection.baseUrl) ?? watched(requestOptions);
		if (problem !== undefined) throw new InputError(problem);
		return {
			...requestOptions,
			...noRedirect,
			...(UNPROXIED in requestOptions ? {} : direct(new URL(url))),
			headers: { ...requestOptions.headers, 'X-Api-Key': connection.apiKey },
		};
	}
}

/** The options of n8n's older request helper, which its HTTP Request still uses. */
interface OlderOptions {
	uri?: string;
	rejectUnauthorized?: boolean;
}

/** As n8n puts it together. */
function absoluteUrl(options: IHttpRequestOptions & OlderOptions): string {
	const { baseURL } = options;
	const url = String(options.url ?? options.uri ?? '');
	if (baseURL === undefined || /^([a-z][a-z\d+.-]*:)?\/\//i.test(url)) return url;
	return url === '' ? baseURL : `${baseURL.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}

/** Why the key must not go along: whoever chooses the proxy or leaves the certificate unchecked reads it. */
function watched(options: IHttpRequestOptions & OlderOptions): string | undefined {
	const { proxy, skipSslCertificateValidation: unchecked, rejectUnauthorized } = options;
	const isSet = proxy !== undefined && proxy !== null && String(proxy) !== '';
	if (!isSet && unchecked !== true && rejectUnauthorized !== false) return undefined;
	return `The API key is not sent ${isSet ? "through a proxy of the node's own" : 'to a server whose certificate is not checked'}. Take '${isSet ? 'Proxy' : 'Ignore SSL Issues'}' out of the node's options.`;
}

/** In the words of n8n's newer and of its older request helper. */
const noRedirect = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
};
