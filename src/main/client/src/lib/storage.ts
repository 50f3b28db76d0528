interface SafeStorage {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
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
    },
    remove(key) {
      fallback.delete(key);
      attempt((storage) => storage.removeItem(key));
    },
  };
}

/** Kept until it is removed, for every page of this forum. */
export const storage = safeStorage(() => window.localStorage);

/** Kept for this tab, also over a reload. */
export const tabStorage = safeStorage(() => window.sessionStorage);
