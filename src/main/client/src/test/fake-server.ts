import type { OpenTransport, TransportEvents } from '@/lib/live/transport';

export interface Frame {
  readonly type: string;
  readonly address?: string;
  readonly body?: unknown;
  readonly replyAddress?: string;
}

/** The other end of one connection, as a test plays it. */
export class FakeConnection {
  readonly received: Frame[] = [];
  closed = false;
  /** Whether it answers whether frames have been worked on; a connection that the network lost does not. */
  answers = true;

  constructor(readonly events: TransportEvents) {}

  take(text: string): void {
    const frame = JSON.parse(text) as Frame;
    this.received.push(frame);
    if (this.answers && frame.address === 'bridge.ping') this.answer(frame, {});
  }

  answer({ replyAddress }: Frame, body: object): void {
    this.say({ type: 'rec', address: replyAddress, body });
  }

  refuse(address: string | undefined, failureCode: number, more: object = {}): void {
    this.say({ type: 'err', address, failureCode, message: 'Refused.', ...more });
  }

  publish(address: string, body: object): void {
    this.say({ type: 'rec', address, body });
  }

  say(frame: object): void {
    this.events.onText(JSON.stringify(frame));
  }

  registrations(): (string | undefined)[] {
    return this.received.filter(({ type }) => type === 'register').map(({ address }) => address);
  }
}

/** Stands in for SockJS: every attempt to connect is kept, and opens or fails when the test says so. */
export class FakeServer {
  readonly connections: FakeConnection[] = [];

  readonly open: OpenTransport = (events) => {
    const connection = new FakeConnection(events);
    this.connections.push(connection);
    return {
      send: (text) => connection.take(text),
      close: () => {
        connection.closed = true;
      },
    };
  };

  get last(): FakeConnection {
    const last = this.connections.at(-1);
    if (!last) throw new Error('Nobody has connected');
    return last;
  }
}
