import { expect, it } from 'vitest';
import { exportAddress, logWanted } from './log-wanted';

const wanted = (address: string) => {
  const choices = new URLSearchParams(address);
  return logWanted((key) => choices.get(key) ?? '');
};

it('asks for nothing in particular where nothing is chosen', () => {
  expect(wanted('')).toEqual({});
});

it('asks for what the address says', () => {
  expect(wanted('actor=7&action=board.create&type=board&target=3')).toEqual({
    actor: 7,
    action: 'board.create',
    targetType: 'board',
    target: 3,
  });
});

it('asks for whole days of the reader, both included', () => {
  const { from = '', to = '' } = wanted('from=2026-03-01&to=2026-03-01');
  expect(new Date(from)).toEqual(new Date(2026, 2, 1));
  expect(new Date(to)).toEqual(new Date(2026, 2, 2));
});

it('leaves out what is no number and no day', () => {
  expect(wanted('actor=x&target=-1&from=today&to=2026')).toEqual({});
});

it('exports the same as is shown', () => {
  const address = exportAddress(wanted('actor=7&action=board'), 'csv');
  expect(address).toBe('/api/admin/audit/export?format=csv&actor=7&action=board');
});
