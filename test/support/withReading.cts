import { existsSync } from 'node:fs';
import path from 'node:path';

import { readingFile, root } from '../../scripts/contract/source.cts';

// The simulator and the examples of a test of behaviour are of the same API as its tables.
const reading = path.join(root, readingFile);
if (existsSync(reading)) process.env.CASH_IN_CONTRACT = reading;
