import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { environment, port, serverLog } from './support/server';

const home = resolve(__dirname, '../../..');

/**
 * End-to-end tests in a real browser against a real Parley with its own embedded stores, started here with fresh data.
 * PARLEY_URL takes one that runs already (without limits and without an SMTP server), with PARLEY_LOG, a file with its
 * output, and with its own PARLEY_ variables for bin/parley; TEST_PORT is the first of three ports to use; CHROMIUM names the browser.
 */
const running = process.env.PARLEY_URL;

export default defineConfig({
  testDir: '.',
  outputDir: join(home, 'target/browser'),
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A machine that is busy with other things is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: running ?? `http://localhost:${port}`,
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    { name: 'desk', use: { viewport: { width: 1440, height: 900 } } },
  ],
  ...(running === undefined && {
    webServer: {
      command: `rm -rf "$PARLEY_DATA" && exec ${join(home, 'bin/parley')} > ${serverLog}`,
      url: `http://localhost:${port}/api/site`,
      timeout: 10 * 60_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
      env: environment,
    },
  }),
});
