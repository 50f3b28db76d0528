import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import app from './vite.config.ts';

export default mergeConfig(
  app,
  defineConfig({
    test: {
      environment: 'jsdom',
      environmentOptions: { jsdom: { url: 'https://forum.test/' } },
      setupFiles: ['src/test/setup.ts'],
      restoreMocks: true,
      // A machine that is busy with other things is slow, not wrong.
      testTimeout: 60_000,
    },
  }),
);
