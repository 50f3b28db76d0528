import boundaries from 'eslint-plugin-boundaries';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

/** What lies where, and which of it may use which: features share code, never each other. */
const layers = [
  { type: 'app', pattern: 'src/app/**', mode: 'full' },
  { type: 'feature', pattern: 'src/features/*/**', mode: 'full', capture: ['feature'] },
  { type: 'components', pattern: 'src/components/**', mode: 'full' },
  { type: 'lib', pattern: ['src/lib/**', 'src/locales/**'], mode: 'full' },
];

export default defineConfig(
  { ignores: ['node_modules', 'src/lib/api/schema.d.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked, hooks.configs.flat['recommended-latest']],
    plugins: { boundaries },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      'boundaries/elements': layers,
      'import/resolver': { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
);
