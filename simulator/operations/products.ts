import type { JsonObject } from '../state/invoices';
import type { World } from '../state/world';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { uploaded } from './uploaded';

/** Products, by operationId. */
export const PRODUCT_HANDLERS: { [operationId: string]: Handler } = {
	listProducts: (world) => ({ status: 200, body: world.products.all() }),
	createProducts,
	deleteProduct,
};

/** A product that is there is updated: the API has no other operation for that. */
function createProducts(world: World, call: Call): Answer {
	const products = call.body as JsonObject[];
	if (products.length === 0) return refuse(400, 'There is no product in the request.');
	return uploaded('Items', products, (product) => {
		const code = product.ProdCode;
		if (typeof code !== 'string' || code === '') {
			return { ProdCode: code ?? null, StatusDescription: 'ProdCode is missing.' };
		}
		world.products.merge(code, product);
		return undefined;
	});
}

function deleteProduct(world: World, call: Call): Answer {
	const code = String(call.path.prodCode);
	if (!world.products.remove(code)) return refuse(404, `Product ${code} was not found.`);
	return { status: 200, body: { StatusDescription: `Product ${code} was deleted.` } };
}
