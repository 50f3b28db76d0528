import type { Link } from './link';
import { isPassing, type LiveError } from './protocol';

/** Milliseconds until what was refused for a passing reason is asked for again. */
const AGAIN_AFTER = 5_000;

interface RegistrationEvents {
  /** The server has worked on all that was asked for so far. */
  readonly onConfirmed: () => void;
  readonly onInForce: (address: string) => void;
}

/** What one connection is registered for. What is asked for within one turn of the page is confirmed together. */
export class Registrations {
  private readonly wanted = new Set<string>();
  private readonly inForce = new Set<string>();
  private readonly refused = new Set<string>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private next: string[] | undefined;

  constructor(
    private readonly link: Link,
    private readonly events: RegistrationEvents,
  ) {}

  isInForce(address: string): boolean {
    return this.inForce.has(address);
  }

  add(...addresses: string[]): void {
    for (const address of addresses) this.wanted.add(address);
    if (this.next === undefined) queueMicrotask(() => void this.register());
    this.next = [...(this.next ?? []), ...addresses];
  }

  remove(address: string): void {
    if (!this.wanted.delete(address)) return;
    this.inForce.delete(address);
    this.link.unregister(address);
  }

  refuse(address: string, error: LiveError): void {
    this.refused.add(address);
    if (!isPassing(error)) return;
    const wait = error.retryAfter === undefined ? AGAIN_AFTER : error.retryAfter * 1_000;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (this.wanted.has(address)) this.add(address);
    }, wait);
    this.timers.add(timer);
  }

  /** The connection is over. */
  end(): void {
    this.wanted.clear();
    for (const timer of this.timers) clearTimeout(timer);
  }

  private async register(): Promise<void> {
    const addresses = (this.next ?? []).filter((address) => this.wanted.has(address));
    this.next = undefined;
    for (const address of addresses) {
      this.refused.delete(address);
      this.link.register(address);
    }
    if (!(await this.link.confirm())) return;
    this.events.onConfirmed();
    for (const address of addresses) {
      if (!this.wanted.has(address) || this.refused.has(address)) continue;
      this.inForce.add(address);
      this.events.onInForce(address);
    }
  }
}
