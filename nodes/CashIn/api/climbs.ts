/** Whether a server that decodes a path might take it for one that leads upwards: `/v2/..%2F..%2Fother`, `/v2/..;/`. */
export function climbs(path: string): boolean {
	const decoded = path.replace(/%(25)*2e/gi, '.').replace(/%(25)*(2f|5c)/gi, '/');
	return decoded.split(/[/\\]/).some((segment) => /^\.\.?(;|$)/.test(segment));
}
