'use strict';

/**
 * Reads the "flatted" JSON in which n8n stores executions: an array whose first element is the value, and in which every
 * object, array and string inside another is written as its place in that array.
 * @param {string} text
 * @returns {any}
 */
function unflatten(text) {
	const places = JSON.parse(text);
	const built = new Map();
	const at = (place) => {
		const value = places[Number(place)];
		if (typeof value !== 'object' || value === null) return value;
		if (built.has(place)) return built.get(place);
		const copy = Array.isArray(value) ? [] : {};
		built.set(place, copy);
		for (const [key, inner] of Object.entries(value)) {
			copy[key] = typeof inner === 'string' ? at(inner) : inner;
		}
		return copy;
	};
	return at('0');
}

module.exports = { unflatten };
