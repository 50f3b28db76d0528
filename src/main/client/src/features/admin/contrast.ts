/** The grounds of the light and the dark theme that a board's dot lies on: `--surface` of tokens.css. */
export const GROUNDS = { light: '#ffffff', dark: '#182124' } as const;

/** The text on these grounds: `--ink` of tokens.css. */
export const INKS = { light: '#18221f', dark: '#e7eeeb' } as const;

/** What a sign needs to be seen well beside its ground (WCAG 2.2, 1.4.11). */
export const ENOUGH = 3;

const COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/;

/** WCAG 2.2: how bright a colour is, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (COLOUR.exec(colour) ?? [])
    .slice(1)
    .map((part) => Number.parseInt(part, 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, each as `#rrggbb`: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}
