import { useQuery } from '@tanstack/react-query';
import type { Contact, PageOf } from '@/lib/api/types';
import { useMember } from '@/lib/entities/session';
import { contactsQuery } from './contact-entities';

const unreadIn = ({ items }: PageOf<Contact>): number =>
  items.reduce((sum, { unread }) => sum + unread, 0);

/** How many messages the member has not read; none for a guest, and until it is known. */
export function useUnread(): number {
  const member = useMember();
  const unread = useQuery({
    ...contactsQuery,
    enabled: Boolean(member),
    select: unreadIn,
  }).data;
  return member ? (unread ?? 0) : 0;
}
