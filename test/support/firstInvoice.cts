import fs from 'node:fs';
import path from 'node:path';

import type { Locator } from 'playwright-core';

import type { Editor } from '../../scripts/n8n/editor.cts';
import { makeSmall } from '../../scripts/use-case-pictures.cts';

const ROOT = path.join(__dirname, '..', '..');

/**
 * Does what a user does, and counts it: each click or field is a step. With CASH_IN_PICTURES, a folder, pictures go
 * there, and the counts beside them.
 */
export function recorder({ dismiss, screenshot }: Pick<Editor, 'dismiss' | 'screenshot'>) {
	const { CASH_IN_PICTURES } = process.env;
	const folder = CASH_IN_PICTURES === undefined ? undefined : path.resolve(ROOT, CASH_IN_PICTURES);
	const counts = { steps: 0, fields: 0 };

	async function click(target: Locator) {
		await target.click();
		counts.steps += 1;
	}

	async function fill(field: Locator, value: string) {
		await field.fill(value);
		// n8n takes over some values only when the field is left.
		await field.blur();
		counts.steps += 1;
		counts.fields += 1;
	}

	/** Opens a list and takes an option. */
	async function choose(list: Locator, option: Locator) {
		await list.click();
		await option.click();
		counts.steps += 1;
		counts.fields += 1;
	}

	/** @param name of the picture */
	async function picture(name: string) {
		if (folder === undefined) return;
		fs.mkdirSync(folder, { recursive: true });
		const file = path.join(folder, `${name}.png`);
		await dismiss();
		await screenshot(file);
		await makeSmall(file);
	}

	/** Writes the counts beside the pictures. */
	function write() {
		if (folder === undefined) return;
		fs.writeFileSync(
			path.join(folder, 'first-invoice.json'),
			`${JSON.stringify(counts, null, '\t')}\n`,
		);
	}

	return { click, fill, choose, picture, write };
}
