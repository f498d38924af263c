import type { Rest } from '../../scripts/n8n/rest.cts';

/** The address of a data table of n8n in its REST interface. @throws where there is no table of that name */
export async function dataTable(rest: Rest, name: string): Promise<string> {
	const project = await rest<{ id: string }>('GET', '/rest/projects/personal');
	const tables = `/rest/projects/${project.id}/data-tables`;
	const { data } = await rest<{ data: Array<{ id: string; name: string }> }>('GET', tables);
	const found = data.find((table) => table.name === name);
	if (found === undefined) throw new Error(`n8n has no data table "${name}".`);
	return `${tables}/${found.id}`;
}
