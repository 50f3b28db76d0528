import {
  Bold,
  Code,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Table,
} from 'lucide-react';
import type { MessageId } from '@/lib/i18n/i18n';
import * as edits from './edits';
import { emphasis } from './emphasis';

export interface ToolbarCommand {
  readonly label: MessageId;
  readonly icon: LucideIcon;
  readonly edit: edits.Command;
  /** Together with Ctrl, or with Command on a Mac. */
  readonly key?: string;
  readonly shift?: boolean;
}

export const commands: readonly ToolbarCommand[] = [
  { label: 'editor.bold', icon: Bold, edit: emphasis('**'), key: 'b' },
  { label: 'editor.italic', icon: Italic, edit: emphasis('*'), key: 'i' },
  { label: 'editor.link', icon: Link, edit: edits.link, key: 'k' },
  {
    label: 'editor.list',
    icon: List,
    edit: edits.prefixLines(() => '- ', /^- /),
    key: '8',
    shift: true,
  },
  {
    label: 'editor.orderedList',
    icon: ListOrdered,
    edit: edits.prefixLines((line) => `${line + 1}. `, /^\d+\. /),
    key: '7',
    shift: true,
  },
  {
    label: 'editor.quote',
    icon: Quote,
    edit: edits.prefixLines(() => '> ', /^> ?/),
    key: '.',
    shift: true,
  },
  { label: 'editor.code', icon: Code, edit: edits.code, key: 'e' },
  { label: 'editor.table', icon: Table, edit: edits.table },
  { label: 'editor.image', icon: Image, edit: edits.image },
];

const CODES: Readonly<Record<string, string>> = { '7': 'Digit7', '8': 'Digit8', '.': 'Period' };

/** The command these keys mean. Digits go by their place: with Shift they are other characters. */
export function commandFor(event: {
  key: string;
  code: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): ToolbarCommand | undefined {
  if (event.altKey || event.ctrlKey === event.metaKey) return undefined;
  return commands.find(
    ({ key, shift = false }) =>
      key !== undefined &&
      shift === event.shiftKey &&
      (CODES[key] === undefined ? key === event.key.toLowerCase() : CODES[key] === event.code),
  );
}

const mac = /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** How the keys are written beside the command, and for `aria-keyshortcuts`. */
export function keysOf({ key, shift }: ToolbarCommand): string | undefined {
  if (key === undefined) return undefined;
  return [mac ? 'Meta' : 'Control', shift ? 'Shift' : '', key.toUpperCase()]
    .filter(Boolean)
    .join('+');
}
