import type * as Source from '../../../credentials/CashInApi.credentials';
import { built } from '../adopted.cts';

/** In place of the credential's source: what was built of it after the adoption. */
export const { CashInApi } = built<typeof Source>('credentials/CashInApi.credentials.js');
