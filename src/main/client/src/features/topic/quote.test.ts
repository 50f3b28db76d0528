import { expect, it } from 'vitest';
import { asQuotation } from './quote';

it('quotes every line under the name of who wrote it', () => {
  expect(asQuotation('ada', 'one\n\ntwo\n')).toBe('> @ada:\n>\n> one\n>\n> two\n\n');
});
