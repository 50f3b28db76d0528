/** Milliseconds. */
const FIRST = 1_000;
const LONGEST = 30_000;

/** Close codes of RFC 6455, 7.4.1, with which the server cuts off who asks too much of it. */
const POLICY_VIOLATION = 1008;
const TOO_BIG = 1009;

/**
 * How long to wait after so many failures in a row, in milliseconds: twice as long each time, and up to half less by
 * chance, so that not everybody comes back at the same moment when a server has been away.
 */
export function backOff(failures: number, chance = Math.random()): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** failures);
  return longest * (1 - chance / 2);
}

/** Whether it was the server's will: coming back at once would only be cut off again. */
export const wasCutOff = (code: number) => code === POLICY_VIOLATION || code === TOO_BIG;
