import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The first of three ports of the forum that the tests start. */
export const port = Number(process.env.TEST_PORT ?? 18480);

/** The settings of the forum that the tests start, or that of PARLEY_URL has: its commands need them too. */
export const environment: Readonly<Record<string, string>> = process.env.PARLEY_URL
  ? {}
  : {
      PARLEY_DATA: join(tmpdir(), `parley-browser-${port}`),
      PARLEY_HTTP_PORT: String(port),
      PARLEY_BRIDGE_PORT: String(port + 1),
      PARLEY_MANAGEMENT_PORT: String(port + 2),
      PARLEY_SITE_URL: `http://localhost:${port}`,
      // All these members come from one address.
      PARLEY_LIMITS_ENABLED: 'false',
    };

/** What the forum says on its output, such as where it shows the mails. */
export const serverLog = process.env.PARLEY_LOG ?? join(tmpdir(), `parley-browser-${port}.log`);
