/** Within how many milliseconds the readers of a page act who all learn the same at one moment. */
const WITHIN = 10_000;

interface RandomDelay {
  /** Acts once, at a random time within the next ten seconds; what is scheduled already stays. */
  readonly schedule: () => void;
  readonly cancel: () => void;
  /** Ends for good: what was scheduled is given up. */
  readonly stop: () => void;
}

interface Options {
  readonly act: () => void;
  /** In place of what was scheduled when it will not be done any more. */
  readonly giveUp: () => void;
}

/** Spreads the load on the server that one event causes at everyone who hears it. */
export function createRandomDelay({ act, giveUp }: Options): RandomDelay {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    schedule() {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, Math.random() * WITHIN);
    },
    cancel,
    stop() {
      if (timer !== undefined) giveUp();
      cancel();
    },
  };
}
