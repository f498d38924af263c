import type * as Source from '../../../nodes/CashIn/CashIn.node';
import { built } from '../adopted.cts';

/** In place of the node's source: what was built of it after the adoption. */
export const { CashIn } = built<typeof Source>('nodes/CashIn/CashIn.node.js');
