import {
  frames,
  isEvent,
  type LiveError,
  type LiveEvent,
  PING_ADDRESS,
  read,
  unreachable,
} from './protocol';
import type { OpenTransport, Transport } from './transport';

/** How long an answer may take before it is taken for lost, in milliseconds. */
const ANSWERS_WITHIN = 10_000;

/** SockJS' server sends something every 25 seconds: after so many milliseconds of nothing, nobody is there. */
const SILENT_FOR = 40_000;
const LISTENS_EVERY = 5_000;

const ABNORMAL = 1006;

interface LinkEvents {
  readonly onOpen: () => void;
  readonly onEvent: (address: string, event: LiveEvent) => void;
  /** Listening was refused; without an address it is about the connection, which closes then. */
  readonly onRefused: (address: string | undefined, error: LiveError) => void;
  /** The connection is over, or never came to be; told once, and not after {@link Link.close}. */
  readonly onLost: (code: number) => void;
}

interface Awaited {
  readonly resolve: (body: unknown) => void;
  readonly reject: (error: LiveError) => void;
}

/** One connection, from its opening to its end: it gives each answer to whoever awaits it, and notices silence. */
export class Link {
  private readonly transport: Transport;
  private readonly awaited = new Map<string, Awaited>();
  private readonly watch: ReturnType<typeof setInterval>;
  private heardAt = performance.now();
  private answers = 0;
  private isOpen = false;
  private isOver = false;

  constructor(
    open: OpenTransport,
    private readonly events: LinkEvents,
  ) {
    this.watch = setInterval(() => this.listen(), LISTENS_EVERY);
    this.transport = open({
      onOpen: () => this.opened(),
      onText: (text) => this.received(text),
      onHeartbeat: () => this.heard(),
      onClose: (code) => this.lost(code),
    });
  }

  register(address: string): void {
    this.transport.send(frames.register(address));
  }

  unregister(address: string): void {
    this.transport.send(frames.unregister(address));
  }

  /** The answer to a command; fails with a {@link LiveError}. */
  request(address: string, body: object): Promise<unknown> {
    const replyAddress = `answer.${++this.answers}`;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.awaited.delete(replyAddress);
        reject(unreachable());
      }, ANSWERS_WITHIN);
      const settling =
        <T>(settle: (outcome: T) => void) =>
        (outcome: T) => {
          clearTimeout(late);
          this.awaited.delete(replyAddress);
          settle(outcome);
        };
      this.awaited.set(replyAddress, { resolve: settling(resolve), reject: settling(reject) });
      this.transport.send(frames.send(address, body, replyAddress));
    });
  }

  /**
   * Whether all that was sent before has been worked on: any answer says so, a refusal too. Where none comes, the
   * connection is lost.
   */
  async confirm(): Promise<boolean> {
    try {
      await this.request(PING_ADDRESS, {});
    } catch (error) {
      if ((error as LiveError).kind === 'unreachable') this.lost(ABNORMAL);
    }
    return !this.isOver;
  }

  close(): void {
    if (this.isOver) return;
    this.end();
  }

  private opened(): void {
    this.isOpen = true;
    this.heard();
    this.events.onOpen();
  }

  private heard(): void {
    this.heardAt = performance.now();
  }

  private received(text: string): void {
    this.heard();
    const frame = read(text);
    if (frame === undefined) return;
    if (frame.type === 'ping') {
      // Only a client that says nothing is asked, and in a page at the back our own timers would come too late.
      this.transport.send(frames.ping());
    } else if (frame.type === 'rec') {
      const awaited = this.awaited.get(frame.address);
      if (awaited) awaited.resolve(frame.body);
      else if (isEvent(frame.body)) this.events.onEvent(frame.address, frame.body);
    } else {
      const awaited = frame.address === undefined ? undefined : this.awaited.get(frame.address);
      if (awaited) awaited.reject(frame.error);
      else this.events.onRefused(frame.address, frame.error);
    }
  }

  private listen(): void {
    if (this.isOpen && performance.now() - this.heardAt > SILENT_FOR) this.lost(ABNORMAL);
  }

  private lost(code: number): void {
    if (this.isOver) return;
    this.end();
    this.events.onLost(code);
  }

  private end(): void {
    this.isOver = true;
    clearInterval(this.watch);
    this.transport.close();
    for (const { reject } of [...this.awaited.values()]) reject(unreachable());
  }
}
