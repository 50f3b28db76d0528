import { readFrame, sessionUrl, type SockJsEvents } from './sockjs';
import type { Transport } from './transport';

/** SockJS over a WebSocket. */
export function openWebSocket(path: string, events: SockJsEvents): Transport {
  const url = new URL('websocket', sessionUrl(path));
  url.protocol = url.protocol.replace('http', 'ws');
  const socket = new WebSocket(url);
  let over = false;
  const close = (code: number) => {
    if (over) return;
    over = true;
    socket.close();
    events.onClose(code);
  };
  socket.onmessage = ({ data }) => over || readFrame(String(data), { ...events, onClose: close });
  socket.onclose = ({ code }) => close(code);
  return {
    send: (text) => socket.send(JSON.stringify([text])),
    close() {
      over = true;
      socket.close();
    },
  };
}
