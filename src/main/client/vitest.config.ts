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
    },
  }),
);
