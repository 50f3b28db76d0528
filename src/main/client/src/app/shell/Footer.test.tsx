import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { siteQuery } from '@/lib/entities/site';
import { show } from '@/test/render';
import { site } from '@/test/samples';
import { json, serve } from '@/test/server';
import { Footer } from './Footer';

it('links to the legal pages that there are, and to no others', async () => {
  const about = { ...site.about, imprint: 'https://example.org/imprint', rules: '/topic/1' };
  serve({ 'GET /api/site': () => json({ ...site, about }) });
  show(<Footer />);
  expect(await screen.findByRole('link', { name: 'Imprint' })).toHaveAttribute(
    'href',
    'https://example.org/imprint',
  );
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['Rules', 'Imprint']);
});

it('has no links where there are none', async () => {
  serve({ 'GET /api/site': () => json(site) });
  const { queries } = show(<Footer />);
  await expect.poll(() => queries.getQueryData(siteQuery.queryKey)).toBeDefined();
  expect(screen.queryByRole('navigation')).toBeNull();
});
