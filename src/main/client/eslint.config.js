import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

/**
 * Who may use what: a feature uses the shared code (lib, components) and itself, never another feature; shared code
 * knows no feature; only app knows them all.
 */
function mayNotUse(files, forbidden) {
  const message = 'This layer may not use that one: see eslint.config.js';
  const source = forbidden.map((each) => each.replaceAll('/', '.')).join('|');
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^(${forbidden.join('|')})`, message }] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: `ImportExpression[source.value=/^(${source})/]`, message },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ['node_modules', 'src/lib/api/schema.d.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked, hooks.configs.flat['recommended-latest']],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250 }],
    },
  },
  mayNotUse(['src/lib/**'], ['@/app', '@/features', '@/components']),
  mayNotUse(['src/components/**'], ['@/app', '@/features']),
  mayNotUse(['src/features/**'], ['@/app', '@/features', '\\.\\./']),
);
