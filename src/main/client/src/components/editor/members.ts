import type { Author } from '@/lib/api/types';

/** The list the expander shows: it places it at the caret, and moves through it with the arrow keys. */
export function optionsFor(
  members: readonly Author[],
  label: string,
  className: string | undefined,
): HTMLElement {
  const list = document.createElement('ul');
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  list.className = className ?? '';
  list.append(...members.map(optionFor));
  return list;
}

function optionFor({ id, username }: Author): HTMLElement {
  const option = document.createElement('li');
  option.setAttribute('role', 'option');
  option.id = `mention-${id}`;
  option.dataset.name = username;
  option.textContent = username;
  return option;
}
