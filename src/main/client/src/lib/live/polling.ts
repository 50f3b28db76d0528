import { readFrame, sessionUrl, type SockJsEvents } from './sockjs';
import type { Transport } from './transport';

const ABNORMAL = 1006;

/** SockJS over plain requests, for networks that let no WebSocket through: one waits for frames, another sends. */
export function openPolling(path: string, events: SockJsEvents): Transport {
  const session = sessionUrl(path);
  const stop = new AbortController();
  const waiting: string[] = [];
  let isSending = false;
  const isOver = () => stop.signal.aborted;

  const post = async (to: string, body?: string) => {
    const answer = await fetch(new URL(to, session), {
      method: 'POST',
      signal: stop.signal,
      ...(body !== undefined && { body, headers: { 'Content-Type': 'text/plain' } }),
    });
    if (!answer.ok) throw new Error(`${to}: ${answer.status}`);
    return answer.text();
  };
  const close = (code: number) => {
    if (stop.signal.aborted) return;
    stop.abort();
    events.onClose(code);
  };
  const poll = async () => {
    while (!isOver()) {
      for (const frame of (await post('xhr')).split('\n')) {
        if (!isOver()) readFrame(frame, { ...events, onClose: close });
      }
    }
  };
  /** One after the other, so that nothing overtakes what was sent before. */
  const send = async () => {
    if (isSending) return;
    isSending = true;
    while (waiting.length > 0) await post('xhr_send', JSON.stringify(waiting.splice(0)));
    isSending = false;
  };
  const lost = () => close(ABNORMAL);
  poll().catch(lost);
  return {
    send(text) {
      waiting.push(text);
      send().catch(lost);
    },
    close: () => stop.abort(),
  };
}
