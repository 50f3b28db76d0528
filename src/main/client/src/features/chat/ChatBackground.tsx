import { useEffect, useRef } from 'react';
import { live } from '@/lib/live/live';
import { useLive } from '@/lib/live/use-live';
import type { Message } from '@/lib/api/types';
import { outboxOf } from './outbox';
import { type Sender, startSender } from './sender';
import { useNews } from './use-news';

/** What of the chat goes on while its member is on any page: news come, and what was written is sent. */
export default function ChatBackground({ me }: { readonly me: number }) {
  const sender = useRef<Sender>(undefined);
  useNews(me);
  useEffect(() => {
    const current = startSender(outboxOf(me), ({ roomId, content, clientId }) =>
      live.send<Message>('chat.send', { roomId, content, clientId }),
    );
    sender.current = current;
    return () => current.stop();
  }, [me]);
  useLive(
    `user.${me}`,
    () => undefined,
    () => sender.current?.connected(),
  );
  return null;
}
