import { storage } from './storage';
import { createStore } from './store';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The same key as in `theme-boot.ts`, which runs before any module does. */
const KEY = 'parley.theme';

function stored(): Theme {
  const value = storage.read(KEY);
  return themes.find((theme) => theme === value) ?? 'system';
}

export const theme = createStore<Theme>(stored());

export function chooseTheme(chosen: Theme): void {
  storage.write(KEY, chosen);
  theme.set(chosen);
  document.documentElement.dataset.theme = chosen;
}
