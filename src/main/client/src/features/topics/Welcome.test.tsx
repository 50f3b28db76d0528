import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { siteQuery } from '@/lib/entities/site';
import { show } from '@/test/render';
import { ada, site } from '@/test/samples';
import { json, serve } from '@/test/server';
import { Welcome } from './Welcome';

const welcoming = (welcome: string) => ({
  'GET /api/site': () => json({ ...site, about: { ...site.about, welcome } }),
});

it('greets guests until they send it away, and again with other words', async () => {
  serve(welcoming('For those who sail.'));
  const first = show(<Welcome />);
  expect(await screen.findByText('For those who sail.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText('For those who sail.')).toBeNull();
  first.unmount();

  const second = show(<Welcome />);
  await expect.poll(() => second.queries.getQueryData(siteQuery.queryKey)).toBeDefined();
  expect(screen.queryByText('For those who sail.')).toBeNull();
  second.unmount();

  serve(welcoming('The regatta is in June.'));
  show(<Welcome />);
  expect(await screen.findByText('The regatta is in June.')).toBeVisible();
});

it('says nothing to members, and nothing where there is nothing to say', async () => {
  serve(welcoming('For those who sail.'));
  const member = show(<Welcome />, { member: ada });
  await expect.poll(() => member.queries.getQueryData(siteQuery.queryKey)).toBeDefined();
  expect(member.container).not.toHaveTextContent('sail');
  member.unmount();
  serve(welcoming(''));
  const guest = show(<Welcome />);
  await expect.poll(() => guest.queries.getQueryData(siteQuery.queryKey)).toBeDefined();
  expect(screen.queryByRole('region')).toBeNull();
});
