/** The length as the server counts it: code points, without the space around. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text.trim()) count++;
  return count;
}
