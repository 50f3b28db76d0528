import { expect, it } from 'vitest';
import { languageOf } from './languages';

it('finds a language by its name and by its other names', () => {
  expect(languageOf('language-java')?.name).toBe('java');
  expect(languageOf('language-TS')?.name).toBe('typescript');
  expect(languageOf('hljs language-c++')?.name).toBe('cpp');
});

it.each(['language-', 'language-brainfuck', 'language-constructor', 'language-__proto__', 'java'])(
  'knows none for "%s"',
  (className) => {
    expect(languageOf(className)).toBeUndefined();
  },
);
