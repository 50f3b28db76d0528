import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { learnServerTime, onClockSet, serverNow } from './clock';

describe('the clock', () => {
  const device = new Date('2026-03-10T12:00:00Z');

  beforeEach(() => vi.useFakeTimers({ now: device }));
  afterEach(() => {
    learnServerTime(new Date().toUTCString());
    vi.useRealTimers();
  });

  it('is the device’s own where that is right', () => {
    learnServerTime('Tue, 10 Mar 2026 12:00:20 GMT');
    expect(serverNow()).toEqual(device);
  });

  it.each([
    ['Tue, 10 Mar 2026 15:00:00 GMT', '2026-03-10T15:00:00Z'],
    ['Tue, 10 Mar 2026 09:00:00 GMT', '2026-03-10T09:00:00Z'],
  ])('is the server’s where the device’s is three hours off', (header, now) => {
    learnServerTime(header);
    expect(serverNow()).toEqual(new Date(now));
  });

  it('is set again when the device’s clock has been put right', () => {
    learnServerTime('Tue, 10 Mar 2026 15:00:00 GMT');
    vi.setSystemTime('2026-03-10T15:00:05Z');
    learnServerTime('Tue, 10 Mar 2026 15:00:05 GMT');
    expect(serverNow()).toEqual(new Date('2026-03-10T15:00:05Z'));
  });

  it('tells who follows it once, not with every answer', () => {
    const changed = vi.fn();
    const stop = onClockSet(changed);
    learnServerTime('Tue, 10 Mar 2026 15:00:00 GMT');
    learnServerTime('Tue, 10 Mar 2026 15:00:02 GMT');
    stop();
    expect(changed).toHaveBeenCalledOnce();
  });

  it.each([null, '', 'yesterday'])('learns nothing from %j', (header) => {
    learnServerTime(header);
    expect(serverNow()).toEqual(device);
  });
});
