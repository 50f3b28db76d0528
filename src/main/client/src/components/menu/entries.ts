import type { ReactNode } from 'react';

/** One of several, such as the language. */
interface Choice {
  readonly kind: 'choice';
  readonly label: string;
  readonly value: string;
  readonly options: readonly { value: string; label: string; icon?: ReactNode; lang?: string }[];
  readonly onChoose: (value: string) => void;
}

interface Separator {
  readonly kind: 'separator';
}

/** What a menu offers, as data: its owner need not load the code that draws it. */
export type MenuEntry = Choice | Separator;
