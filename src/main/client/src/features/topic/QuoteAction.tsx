import { Quote } from 'lucide-react';
import { Action } from '@/components/action/Action';
import type { PostProps } from '@/components/slot/slots';
import { useText } from '@/lib/i18n/use-text';

export function QuoteAction({ topic, reply }: PostProps) {
  const text = useText();
  if (!topic.permissions.reply) return null;
  const { author, content } = reply ?? topic;
  const quote = async () => {
    const { quote } = await import('./quote');
    await quote({ topicId: topic.id, floor: reply?.floor, author, content });
  };
  return (
    <Action
      label={text('action.quote')}
      icon={<Quote aria-hidden />}
      onSelect={() => void quote()}
    />
  );
}
