import type { ReactNode } from 'react';

interface Action {
  readonly kind: 'action';
  readonly label: string;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

interface LinkTo {
  readonly kind: 'link';
  readonly label: string;
  readonly icon?: ReactNode;
  readonly to: string;
}

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

/** What a menu offers, as data: whoever offers it need not load what draws it. */
export type MenuEntry = Action | LinkTo | Choice | Separator;

export const separator: Separator = { kind: 'separator' };
