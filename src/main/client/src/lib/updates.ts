import { createStore, type Store } from './store';

const updated = createStore(false);

/** Whether the forum was updated since this page was opened: files that the page still needs may be gone. */
export const isUpdated: Pick<Store<boolean>, 'get' | 'subscribe'> = updated;

let opened: string | undefined;

/** Called with the server's version whenever it says it; the first one is this page's. */
export function noteVersion(version: string): void {
  opened ??= version;
  if (version !== opened) updated.set(true);
}

/** For tests: the page is opened anew. */
export function forgetVersion(): void {
  opened = undefined;
  updated.set(false);
}

/** A part of the client could not be fetched: finds out whether an update took it away, or only the network. */
export async function checkAfterFailure(cause: unknown): Promise<void> {
  try {
    if ((await isGone(cause)) || (await isAnotherBuild())) updated.set(true);
  } catch {
    // The server cannot be reached, which the page says elsewhere.
  }
}

/** Browsers name the file in their words: "Failed to fetch dynamically imported module: https://…/X.js". */
async function isGone(cause: unknown): Promise<boolean> {
  const [file] = /https?:\/\/\S+/.exec(cause instanceof Error ? cause.message : '') ?? [];
  if (file === undefined || !file.startsWith(window.location.origin)) return false;
  const { status } = await window.fetch(file, { method: 'HEAD', cache: 'no-store' });
  return status === 404 || status === 410;
}

async function isAnotherBuild(): Promise<boolean> {
  const script = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  const page = await window.fetch('/', { cache: 'no-store' });
  return script != null && page.ok && !(await page.text()).includes(script);
}

/** Vite tells of every part that could not be fetched. */
export function watchForFailures(): void {
  window.addEventListener('vite:preloadError', (event) => {
    void checkAfterFailure((event as Event & { payload?: unknown }).payload);
  });
}
