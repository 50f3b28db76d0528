/** Whether the text is on the clipboard now: over plain HTTP, or when the reader forbids it, there is none. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
