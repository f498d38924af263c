'use strict';

/**
 * Starts a workflow in the engine of the test's n8n. The older one takes the workflow and its start node one by one,
 * the newer both in one object.
 * @param {import('n8n-core').WorkflowExecute} engine
 * @param {import('n8n-workflow').Workflow} workflow
 * @param {import('n8n-workflow').INode} startNode
 * @returns {ReturnType<import('n8n-core').WorkflowExecute['run']>}
 */
exports.startWorkflow = (engine, workflow, startNode) =>
	engine.run.length === 1 ? engine.run({ workflow, startNode }) : engine.run(workflow, startNode);
