export interface SafeStorage {
  read(key: string): string | null;
  /** False where the browser does not keep it: then it lives as long as the page. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
  /** The keys that begin so, in no order. */
  keys(prefix: string): readonly string[];
}

/**
 * The browser's storage may be full, switched off or blocked, and then even naming it throws: what is kept lives only
 * as long as the page then, and everything else goes on working.
 */
function safeStorage(area: () => Storage): SafeStorage {
  const fallback = new Map<string, string>();
  const attempt = <T>(act: (storage: Storage) => T): T | undefined => {
    try {
      return act(area());
    } catch {
      return undefined;
    }
  };
  return {
    read: (key) => fallback.get(key) ?? attempt((storage) => storage.getItem(key)) ?? null,
    write(key, value) {
      fallback.delete(key);
      const written = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      });
      if (!written) fallback.set(key, value);
      return written === true;
    },
    remove(key) {
      fallback.delete(key);
      attempt((storage) => storage.removeItem(key));
    },
    keys(prefix) {
      const stored = attempt((storage) => Object.keys(storage)) ?? [];
      const all = new Set([...stored, ...fallback.keys()]);
      return [...all].filter((key) => key.startsWith(prefix));
    },
  };
}

/** Kept until it is removed, for every page of this forum. */
export const storage = safeStorage(() => window.localStorage);

/** Kept for this tab, also over a reload. */
export const tabStorage = safeStorage(() => window.sessionStorage);
