import { createStore } from '../store';
import { backOff, wasCutOff } from './back-off';
import { watchBrowser } from './browser-signals';
import { Link } from './link';
import { type Listener, Listeners } from './listeners';
import { LiveError, type LiveEvent, unreachable } from './protocol';
import { Registrations } from './registrations';
import type { OpenTransport } from './transport';

/** `off`: nothing has asked for it. `offline`: it was lost, or could not be made; it is being tried again. */
export type LiveState = 'off' | 'connecting' | 'online' | 'offline';

/** How long the connection is kept when nobody listens any more, in milliseconds: the next page mostly does. */
const LINGER = 20_000;

/** Whoever was cut off waits as long as after so many failures: 8 to 16 seconds at first. */
const CUT_OFF_FAILURES = 4;

const SIGNED_OUT = 401;

/** The client's one connection: made when the first listens, made again whenever it is lost. */
export class LiveConnection {
  readonly state = createStore<LiveState>('off');
  private readonly listeners = new Listeners();
  private open: OpenTransport | undefined;
  private link: Link | undefined;
  private registrations: Registrations | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private linger: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private cutOff = false;
  /** Whether the server has just said that the connection's session is over: a guest may come back at once. */
  private signedOut = false;
  private away = false;
  private member: number | null | undefined;

  /** Says how to connect. Until then it only remembers who listens. */
  start(open: OpenTransport): void {
    const first = this.open === undefined;
    this.open = open;
    if (first) {
      watchBrowser({
        onHurry: () => this.hurry(),
        onDoubt: () => void this.link?.confirm(),
        onLeave: () => this.leave(),
        onReturn: () => this.comeBack(),
      });
    }
    this.connect();
  }

  /** Who is signed in: a connection is made anew for another member, since the cookie counts when it is opened. */
  setMember(member: number | null): void {
    const before = this.member;
    this.member = member;
    if (before === undefined || before === member || this.state.get() === 'off') return;
    this.failures = 0;
    this.cutOff = false;
    this.disconnect();
    this.connect();
  }

  /**
   * Listens to an address until the result is called. `onConnected` is called each time from when on no event is
   * missed: when it is first registered, and again after every time the connection was lost. A refusal is final for
   * as long as the connection lives, unless its reason passes.
   */
  listen(
    address: string,
    onEvent: (event: LiveEvent) => void,
    onConnected?: () => void,
  ): () => void {
    const listener: Listener = { onEvent, onConnected };
    const isFirst = !this.listeners.has(address);
    this.listeners.add(address, listener);
    clearTimeout(this.linger);
    if (this.registrations === undefined) this.connect();
    else if (isFirst) this.registrations.add(address);
    else if (this.registrations.isInForce(address)) {
      queueMicrotask(() => this.listeners.has(address, listener) && onConnected?.());
    }
    return () => {
      this.listeners.remove(address, listener);
      this.stopped(address);
    };
  }

  /**
   * The answer to a command; fails with a {@link LiveError}. While not online it fails at once: what is to be sent
   * later is for the caller to keep.
   */
  async send<T>(address: string, body: object): Promise<T> {
    if (this.link === undefined || this.state.get() !== 'online') throw unreachable();
    const link = this.link;
    try {
      return (await link.request(address, body)) as T;
    } catch (error) {
      if (error instanceof LiveError && error.kind === 'unreachable') void link.confirm();
      throw error;
    }
  }

  private stopped(address: string): void {
    if (this.listeners.has(address)) return;
    this.registrations?.remove(address);
    clearTimeout(this.linger);
    this.linger = setTimeout(() => {
      if (this.listeners.addresses().length > 0) return;
      this.disconnect();
      this.state.set('off');
    }, LINGER);
  }

  private connect(): void {
    const isWanted = this.listeners.addresses().length > 0;
    if (!isWanted || !this.open || this.link || this.retry || this.away) return;
    if (this.state.get() !== 'offline') this.state.set('connecting');
    const link: Link = new Link(this.open, {
      onOpen: () => this.opened(link),
      onEvent: (address, event) => this.listeners.tell(address, event),
      onRefused: (address, error) => {
        if (address === undefined) this.signedOut = error.code === SIGNED_OUT;
        else this.registrations?.refuse(address, error);
      },
      onLost: (code) => this.lost(code),
    });
    this.link = link;
  }

  private opened(link: Link): void {
    this.registrations = new Registrations(link, {
      onConfirmed: () => {
        this.failures = 0;
        this.state.set('online');
      },
      onInForce: (address) => this.listeners.connected(address),
    });
    this.registrations.add(...this.listeners.addresses());
  }

  private lost(code: number): void {
    this.disconnect();
    this.state.set('offline');
    this.cutOff = wasCutOff(code) && !this.signedOut;
    this.signedOut = false;
    if (this.cutOff) this.failures = Math.max(this.failures, CUT_OFF_FAILURES);
    this.retry = setTimeout(() => this.tryAgain(), backOff(this.failures));
    this.failures++;
  }

  private tryAgain(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.connect();
  }

  private hurry(): void {
    if (this.state.get() === 'online') void this.link?.confirm();
    else if (this.retry !== undefined && !this.cutOff) this.tryAgain();
  }

  private leave(): void {
    this.away = true;
    this.disconnect();
  }

  private comeBack(): void {
    this.away = false;
    if (this.state.get() === 'online') this.state.set('connecting');
    this.tryAgain();
  }

  private disconnect(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.registrations?.end();
    this.registrations = undefined;
    this.link?.close();
    this.link = undefined;
  }
}
