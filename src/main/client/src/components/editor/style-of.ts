/**
 * What an element's own style says. It is read from the attribute: under the forum's policy (style-src) the styles of
 * another document are not parsed.
 */
export function styleOf(element: Element, property: string): string {
  const declarations = (element.getAttribute('style') ?? '').split(';');
  const found = declarations.find((each) => each.split(':')[0]?.trim().toLowerCase() === property);
  return (found?.slice(found.indexOf(':') + 1) ?? '').trim().toLowerCase();
}
