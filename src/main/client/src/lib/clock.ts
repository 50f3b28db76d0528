import { createStore } from './store';

/** A difference that nobody notices, and that a slow answer makes by itself, in milliseconds. */
const TOLERANCE = 30_000;

/** How much later it is on the server than here, in milliseconds; 0 where the clocks agree. */
const ahead = createStore(0);

/** Learns the server's time from the `Date` header of an answer that has just come. */
export function learnServerTime(header: string | null): void {
  const told = header === null ? NaN : Date.parse(header);
  if (Number.isNaN(told)) return;
  const difference = told - Date.now();
  const wanted = Math.abs(difference) < TOLERANCE ? 0 : difference;
  // Each answer takes a little longer or shorter: that is no reason to draw anything again.
  if (Math.abs(wanted - ahead.get()) >= TOLERANCE) ahead.set(wanted);
}

/** The time as the server has it: the clock of the reader's device may be wrong by hours. */
export const serverNow = (): Date => new Date(Date.now() + ahead.get());

/** Calls this when the difference of the clocks becomes known. */
export const onClockSet = (changed: () => void): (() => void) => ahead.subscribe(changed);
