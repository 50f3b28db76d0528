/** The length as the server counts it: code points, without the space around. */
export function lengthOf(text: string): number {
  return Array.from(text.trim()).length;
}
