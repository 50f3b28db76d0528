import { act, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { live } from '@/lib/live/live';
import { show } from '@/test/render';
import { Banners } from './Banners';

const banner = () => screen.queryByText('No connection to the forum. Reconnecting…');
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const is = (state: 'connecting' | 'online' | 'offline') => act(() => live.state.set(state));

afterEach(() => {
  live.state.set('off');
  vi.useRealTimers();
});

it('is silent while a connection is made, and for a moment without one', async () => {
  vi.useFakeTimers();
  show(<Banners />);
  is('connecting');
  await pass(60_000);
  expect(banner()).toBeNull();
  is('offline');
  await pass(3_000);
  is('online');
  await pass(60_000);
  expect(banner()).toBeNull();
});

it('says that there is no connection until there is one again', async () => {
  vi.useFakeTimers();
  show(<Banners />);
  is('offline');
  await pass(4_000);
  expect(banner()).toBeVisible();
  expect(banner()?.parentElement).toHaveAttribute('role', 'status');
  is('online');
  expect(banner()).toBeNull();
});
