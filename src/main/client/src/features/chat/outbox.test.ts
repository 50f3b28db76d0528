import { describe, expect, it } from 'vitest';
import { ada, message, roomId } from '@/test/samples';
import { createOutbox, type Outgoing, unstored } from './outbox';

const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  clientId: 'c1',
  roomId,
  content: 'hello',
  at: '2026-01-02T03:04:05Z',
  after: 5,
  ...more,
});
const mine = (id: number, content = 'hello') => message(id, { senderId: ada.id, content });
const shown = (sent: Outgoing[], stored: ReturnType<typeof message>[]) =>
  unstored(sent, stored, ada.id);

describe('what is on its way', () => {
  it('is shown while nothing is stored of it', () => {
    const sent = outgoing();
    expect(shown([sent], [message(5)])).toEqual([sent]);
  });

  it('is shown as it is stored once that is known, until it is among the messages', () => {
    const stored = mine(6);
    expect(shown([outgoing({ stored })], [message(5)])).toEqual([stored]);
    expect(shown([outgoing({ stored })], [message(5), stored])).toEqual([]);
  });

  it('is not shown twice when its event is faster than the answer', () => {
    expect(shown([outgoing()], [message(5), mine(6)])).toEqual([]);
  });

  it('is not taken for the same words that were said before', () => {
    const sent = outgoing();
    expect(shown([sent], [mine(4), message(5)])).toEqual([sent]);
  });

  it('is not taken for the same words of the other one', () => {
    const sent = outgoing();
    expect(shown([sent], [message(6, { content: 'hello' })])).toEqual([sent]);
  });

  it('is shown once for each time the same is said', () => {
    const again = outgoing({ clientId: 'c2' });
    expect(shown([outgoing(), again], [mine(6)])).toEqual([again]);
    const answered = outgoing({ stored: mine(6) });
    expect(shown([answered, again], [mine(6)])).toEqual([again]);
    expect(shown([answered, again], [mine(6), mine(7)])).toEqual([]);
  });

  it('stays, when it was refused, whatever else is said', () => {
    const refused = outgoing({ refusal: { status: 422, detail: '' } });
    expect(shown([refused], [mine(6)])).toEqual([refused]);
  });
});

describe('an outbox', () => {
  const draft = { roomId, content: 'hello', after: 5 };

  it('survives a reload with the client ids, so that nothing is said twice', () => {
    const outbox = createOutbox('outbox');
    outbox.add(draft);
    const [sent] = outbox.get();
    outbox.refuse(sent?.clientId ?? '', { status: 403, detail: 'no' });
    const again = createOutbox('outbox').get();
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ ...draft, clientId: sent?.clientId });
    expect(again[0]?.refusal).toEqual({ status: 403, detail: 'no' });
  });

  it('keeps nothing of what is stored or discarded', () => {
    const outbox = createOutbox('outbox');
    outbox.add(draft);
    outbox.add({ ...draft, content: 'never mind' });
    const [first, second] = outbox.get();
    outbox.settle(first?.clientId ?? '', mine(6));
    outbox.remove(second?.clientId ?? '');
    expect(createOutbox('outbox').get()).toEqual([]);
  });

  it('is empty where something else wrote over what was kept', () => {
    sessionStorage.setItem('outbox', '[{"content": 5}, 7, null]');
    expect(createOutbox('outbox').get()).toEqual([]);
    sessionStorage.setItem('outbox', 'nonsense');
    expect(createOutbox('outbox').get()).toEqual([]);
  });
});
