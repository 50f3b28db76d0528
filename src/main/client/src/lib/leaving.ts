const reasons = new Set<unknown>();

/** Asks before the page is left, as long as somebody holds it: what it has cannot be kept anywhere else. */
export function holdPage(reason: unknown, hold: boolean): void {
  if (hold) reasons.add(reason);
  else reasons.delete(reason);
  if (reasons.size > 0) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
