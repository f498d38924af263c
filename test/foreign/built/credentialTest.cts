import { CashIn } from './CashIn.node.cts';

/** In place of its source: the test that the built node brings. */
export const { cashInApiTest } = new CashIn().methods.credentialTest;
