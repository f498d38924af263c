'use strict';

/** The events of the soak, which are the ids of their workflows too. */
const EVENTS = ['paymentAllocated', 'invoiceStatusChanged', 'deliveryFailed'];

/** A workflow of the trigger alone: its executions keep what it gave. */
function workflowOf(event) {
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	return {
		id: event,
		name: event,
		nodes: [
			{
				id: `${event}-0`,
				name: 'Cash-In',
				type: 'n8n-nodes-cash-in.cashInTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: { event, pollTimes },
				credentials: { cashInApi: { id: 'soak', name: 'Cash-In' } },
			},
			{
				id: `${event}-1`,
				name: 'Done',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [220, 0],
				parameters: {},
			},
		],
		connections: { 'Cash-In': { main: [[{ node: 'Done', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

module.exports = { EVENTS, workflowOf };
