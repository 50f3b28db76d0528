import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ada } from '@/test/samples';
import { show } from '@/test/render';
import { problem, serve } from '@/test/server';
import { boardsQuery } from '@/lib/entities/board';
import { sessionQuery } from '@/lib/entities/session';
import { Banners } from './Banners';

it('tells a member whose session ended, whichever call meets it first', async () => {
  serve({ 'GET /api/topic/boards': () => problem(401) });
  const { queries } = show(<Banners />, { member: ada, at: '/board/a?page=2' });
  await queries.query(boardsQuery).catch(() => undefined);
  const link = await screen.findByRole('link', { name: 'Sign in again' });
  expect(link).toHaveAttribute('href', '/login?next=%2Fboard%2Fa%3Fpage%3D2');
  expect(queries.getQueryData(sessionQuery.queryKey)).toBeNull();
});

it('tells a guest nothing of sessions', async () => {
  serve({ 'GET /api/topic/boards': () => problem(401) });
  const { queries } = show(<Banners />);
  await queries.query(boardsQuery).catch(() => undefined);
  await waitFor(() => expect(queries.isFetching()).toBe(0));
  expect(screen.queryByRole('link')).toBeNull();
});
