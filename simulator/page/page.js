'use strict';

/* The part of the page that runs in the browser, beside htmx: live updates, a lost connection, and the focus. */

const connection = document.getElementById('connection');
/** @type {EventSource | undefined} */
let events;

/** @param {'live' | 'lost'} state */
function show(state) {
	if (connection === null || connection.dataset.state === state) return;
	connection.dataset.state = state;
	connection.textContent =
		state === 'live'
			? 'Live'
			: 'Connection lost: the simulator does not answer. This page goes on by itself when it is back.';
}

function connect() {
	events = new EventSource('/_sim/page/events');
	events.onopen = () => show('live');
	events.onerror = () => {
		show('lost');
		// A browser tries again by itself, unless it was given another answer than events.
		if (events?.readyState === EventSource.CLOSED) setTimeout(connect, 2_000);
	};
	events.addEventListener('changed', () => window.htmx.trigger('#live', 'changed'));
}

connect();
// A browser has few connections to one address: a page that nobody sees must not keep one.
document.addEventListener('visibilitychange', () => {
	events?.close();
	if (!document.hidden) connect();
});

/* A button that is gone after its press, such as Pay, leaves the focus to its row, or else to its table. */

/** @type {{ id: string, row: string, table: string } | undefined} */
let focused;

document.addEventListener('htmx:before:swap', () => {
	const element = document.activeElement;
	if (element === null || element === document.body) return;
	focused = {
		id: element.id,
		row: element.closest('tr')?.id ?? '',
		table: element.closest('section')?.id ?? '',
	};
});

document.addEventListener('htmx:after:swap', () => {
	const element = document.activeElement;
	if (focused === undefined || (element !== null && element !== document.body)) return;
	const { id, row, table } = focused;
	const next =
		byId(id) ??
		byId(row)?.querySelector('button, input') ??
		byId(row) ??
		byId(table)?.querySelector('[tabindex]') ??
		byId('find');
	if (next instanceof HTMLElement) next.focus({ preventScroll: true });
});

/** @param {string} id */
function byId(id) {
	return id === '' ? null : document.getElementById(id);
}

document.addEventListener('htmx:error', (event) => {
	const source = event.target;
	if (!(source instanceof HTMLFormElement) || source.method !== 'post') return;
	const alert = document.getElementById('failed');
	const done = document.getElementById('done');
	if (done !== null) done.textContent = '';
	if (alert !== null) {
		alert.textContent =
			'The simulator did not answer: look at the tables below whether this was done, once it is back.';
	}
});
