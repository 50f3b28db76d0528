import { queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { Author, PageOf } from '@/lib/api/types';

export const membersQuery = (prefix: string) =>
  queryOptions({
    queryKey: ['members', prefix],
    queryFn: ({ signal }): Promise<PageOf<Author>> =>
      answerTo(api.GET('/api/users', { params: { query: { prefix } }, signal })),
    staleTime: 60_000,
    retry: false,
  });

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
