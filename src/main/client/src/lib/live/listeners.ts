import type { LiveEvent } from './protocol';

export interface Listener {
  readonly onEvent: (event: LiveEvent) => void;
  readonly onConnected: (() => void) | undefined;
}

/** Who listens to what. What a listener throws is its own mistake: it is reported, and the others hear all the same. */
export class Listeners {
  private readonly byAddress = new Map<string, Set<Listener>>();

  add(address: string, listener: Listener): void {
    const present = this.byAddress.get(address);
    if (present) present.add(listener);
    else this.byAddress.set(address, new Set([listener]));
  }

  remove(address: string, listener: Listener): void {
    const present = this.byAddress.get(address);
    present?.delete(listener);
    if (present?.size === 0) this.byAddress.delete(address);
  }

  has(address: string, listener?: Listener): boolean {
    const present = this.byAddress.get(address);
    return present !== undefined && (listener === undefined || present.has(listener));
  }

  addresses(): string[] {
    return [...this.byAddress.keys()];
  }

  tell(address: string, event: LiveEvent): void {
    this.each(address, ({ onEvent }) => onEvent(event));
  }

  connected(address: string): void {
    this.each(address, ({ onConnected }) => onConnected?.());
  }

  private each(address: string, act: (listener: Listener) => void): void {
    for (const listener of [...(this.byAddress.get(address) ?? [])]) {
      try {
        act(listener);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
