import type { Contact, Message, PageOf } from '@/lib/api/types';

type Contacts = PageOf<Contact>;

/**
 * The contacts after a message: its room comes first. Undefined where they do not have the room yet, so that it has to
 * be asked for.
 */
export function withMessage(
  contacts: Contacts,
  message: Message,
  unread: number,
): Contacts | undefined {
  const contact = contacts.items.find(({ roomId }) => roomId === message.roomId);
  if (!contact) return undefined;
  // Events may overtake each other; a newer one has already said what is unread.
  if (contact.lastMessage && contact.lastMessage.id >= message.id) return contacts;
  const others = contacts.items.filter((each) => each !== contact);
  return { ...contacts, items: [{ ...contact, lastMessage: message, unread }, ...others] };
}

export function withUnread(contacts: Contacts, roomId: string, unread: number): Contacts {
  return change(contacts, (contact) => contact.roomId === roomId, { unread });
}

export function withPresence(contacts: Contacts, userId: number, online: boolean): Contacts {
  return change(contacts, ({ user }) => user.id === userId, { online });
}

function change(
  contacts: Contacts,
  isMeant: (contact: Contact) => boolean,
  to: Partial<Contact>,
): Contacts {
  const items = contacts.items.map((each) => (isMeant(each) ? { ...each, ...to } : each));
  return { ...contacts, items };
}
