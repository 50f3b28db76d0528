import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** Compiles the ICU messages of `src/locales/*.json`, so that no parser is shipped to the browser. */
export function compiledMessages(): Plugin {
  return {
    name: 'parley:messages',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/locales\/[^/]+\.json$/ },
      handler(source) {
        const messages = JSON.parse(source) as Record<string, string>;
        const compiled = Object.entries(messages).map(([id, text]) => [id, compileMessage(text)]);
        return {
          code: `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(compiled)))})`,
          map: null,
          moduleType: 'js',
        };
      },
    },
  };
}
