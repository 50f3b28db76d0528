import type { MouseEvent } from 'react';
import { Link, type LinkProps } from 'react-router';
import { paths } from '@/lib/paths';
import { usePlace } from './place';

interface Props extends Omit<LinkProps, 'to'> {
  /** The contacts where there is none. */
  readonly roomId: string | undefined;
}

/** Leads to a conversation, or back to the contacts: in the drawer without leaving the page below it. */
export function RoomLink({ roomId, ...rest }: Props) {
  const place = usePlace();
  const follow = (event: MouseEvent) => {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (place.kind === 'page' || elsewhere) return;
    event.preventDefault();
    place.goTo(roomId);
  };
  const to = roomId === undefined ? paths.chats : paths.chat(roomId);
  return <Link {...rest} to={to} onClick={follow} />;
}
