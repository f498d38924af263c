import type * as Source from '../../../nodes/CashIn/CashInTrigger.node';
import { built } from '../adopted.cts';

/** In place of the trigger's source: what was built of it after the adoption. */
export const { CashInTrigger } = built<typeof Source>('nodes/CashIn/CashInTrigger.node.js');
