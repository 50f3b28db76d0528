import { describe, expect, it } from 'vitest';
import { preferredLocale } from './i18n';

describe('the language', () => {
  it('is the one chosen here before, whatever the browser prefers', () => {
    expect(preferredLocale('zh-CN', ['en'])).toBe('zh-CN');
  });

  it('is the first of the browser’s that there is', () => {
    expect(preferredLocale(null, ['fr-FR', 'zh-TW', 'en'])).toBe('zh-CN');
    expect(preferredLocale(null, ['de', 'en-GB', 'zh'])).toBe('en');
  });

  it('is English where there is none of the browser’s', () => {
    expect(preferredLocale(null, ['fr'])).toBe('en');
    expect(preferredLocale('xx', [])).toBe('en');
  });
});
