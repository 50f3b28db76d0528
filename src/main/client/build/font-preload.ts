import type { Plugin } from 'vite';

/**
 * Fetches the fonts that every page needs beside the first script rather than after it: by the time there is text to show they are there, and
 * none of it has to change its looks.
 */
export function fontPreload(): Plugin {
  let base = '/';
  return {
    name: 'parley:font-preload',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => /-latin-wght-.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              href: base + file,
              as: 'font',
              type: 'font/woff2',
              crossorigin: '',
            },
            injectTo: 'head' as const,
          })),
    },
  };
}
