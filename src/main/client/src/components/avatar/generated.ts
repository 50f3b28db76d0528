/** The golden angle: ids that follow each other get hues that lie far apart. */
const GOLDEN_ANGLE = 137.508;

export function hueOf(id: number): number {
  return Math.round((id * GOLDEN_ANGLE) % 360);
}

/** "ada_lovelace" is AL and "Grace" is GR; a script without case, such as Chinese, gives its first character. */
export function initialsOf(username: string): string {
  const words = username.split(/[_-]+/).filter(Boolean);
  const [first = username, second] = words;
  const letters = Array.from(first);
  const head = letters[0] ?? '?';
  if (head.toLowerCase() === head.toUpperCase()) return head;
  return (head + (Array.from(second ?? '')[0] ?? letters[1] ?? '')).toUpperCase();
}
