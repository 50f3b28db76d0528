import { act, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { learnServerTime } from '@/lib/clock';
import { show } from '@/test/render';
import { Time } from './Time';

afterEach(() => learnServerTime(new Date().toUTCString()));

const hours = (count: number) => count * 3_600_000;

it('counts from the server’s clock when the device’s is three hours off', () => {
  // The device is three hours behind: what was just written lies in its future.
  const server = new Date(Date.now() + hours(3));
  show(<Time at={new Date(server.getTime() - hours(2.5)).toISOString()} />);
  expect(screen.getByRole('time')).toHaveTextContent('now');
  act(() => learnServerTime(server.toUTCString()));
  expect(screen.getByRole('time')).toHaveTextContent('2 hours ago');
});
