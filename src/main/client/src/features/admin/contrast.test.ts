import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contrast, GROUNDS, INKS } from './contrast';

it('is 21 between black and white, and 1 of a colour with itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrast('#3c8575', '#3c8575')).toBeCloseTo(1);
});

it('is what WCAG gives for a grey', () => {
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

it('is reckoned with the grounds that the themes have', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../styles/tokens.css'), 'utf8');
  expect(tokens).toContain(`--surface: light-dark(${GROUNDS.light}, ${GROUNDS.dark})`);
  expect(tokens).toContain(`--ink: light-dark(${INKS.light}, ${INKS.dark})`);
});
