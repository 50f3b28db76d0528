interface Signals {
  /** It may be worth trying at once: there is a network again, or the reader looks at the page again. */
  readonly onHurry: () => void;
  /** What is open may be broken. */
  readonly onDoubt: () => void;
  /** The page goes; a browser keeps it for the way back only if no connection is open. */
  readonly onLeave: () => void;
  readonly onReturn: () => void;
}

/** What the browser knows of the connection before it shows. A page that is only at the back stays connected. */
export function watchBrowser({ onHurry, onDoubt, onLeave, onReturn }: Signals): void {
  window.addEventListener('online', onHurry);
  window.addEventListener('offline', onDoubt);
  window.addEventListener('pagehide', onLeave);
  window.addEventListener('pageshow', (event) => event.persisted && onReturn());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') onHurry();
  });
}
