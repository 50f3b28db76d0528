/** The words of a rendered text in one line, for where there is room for no more. */
export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.textContent.replaceAll(/\s+/g, ' ').trim();
}
