import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The first of three ports of the forum that the tests start. */
export const port = Number(process.env.TEST_PORT ?? 18480);

/** What the forum says on its output, such as where it shows the mails. */
export const serverLog = process.env.PARLEY_LOG ?? join(tmpdir(), `parley-browser-${port}.log`);
