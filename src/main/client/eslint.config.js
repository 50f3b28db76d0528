import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

/** A query's key is written in one place, beside the query; everything else takes it from there. */
const QUERY_KEYS = [
  {
    selector: 'Property[key.name="queryKey"] > ArrayExpression',
    message: 'Query keys are written in lib/entities, or in an entities file of a feature',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(get|set)Quer(y|ies)(Data|State)$/] > ArrayExpression:first-child',
    message: 'Query keys are written in lib/entities, or in an entities file of a feature',
  },
];

/**
 * Who may use what: a feature uses the shared code (lib, components) and itself, never another feature; shared code
 * knows no feature; only app knows them all, each by its feature.ts.
 */
function mayNotUse(files, forbidden, { keys = QUERY_KEYS, ignores = [] } = {}) {
  const message = 'This layer may not use that one: see eslint.config.js';
  const source = forbidden.map((each) => each.replaceAll('/', '.')).join('|');
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^(${forbidden.join('|')})`, message }] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: `ImportExpression[source.value=/^(${source})/]`, message },
        ...keys,
      ],
    },
  };
}

/** Anything of a feature but its feature.ts. */
const INSIDE_A_FEATURE = '@/features/(?!\\w+/feature$)';
const ENTITIES = ['src/lib/entities/**'];
const FEATURE_ENTITIES = ['src/features/*/{entities,*-entities}.ts'];

export default defineConfig(
  { ignores: ['node_modules', 'src/lib/api/schema.d.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked, hooks.configs.flat['recommended-latest']],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A feature adds its messages to the interface of all.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      'max-lines': ['error', { max: 250 }],
    },
  },
  mayNotUse(['src/lib/**'], ['@/app', '@/features', '@/components'], { ignores: ENTITIES }),
  mayNotUse(ENTITIES, ['@/app', '@/features', '@/components'], { keys: [] }),
  mayNotUse(['src/components/**'], ['@/app', '@/features']),
  mayNotUse(['src/features/**'], ['@/app', '@/features', '\\.\\./'], { ignores: FEATURE_ENTITIES }),
  mayNotUse(FEATURE_ENTITIES, ['@/app', '@/features', '\\.\\./'], { keys: [] }),
  mayNotUse(['src/app/**', 'src/test/**', 'src/main.tsx'], [INSIDE_A_FEATURE, '\\./features/']),
);
