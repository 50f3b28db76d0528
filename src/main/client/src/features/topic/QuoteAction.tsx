import { Quote } from 'lucide-react';
import { Action } from '@/components/action/Action';
import type { PostProps } from '@/components/slot/slots';
import { useText } from '@/lib/i18n/use-text';
import { quote } from './quote';

export function QuoteAction({ topic, reply }: PostProps) {
  const text = useText();
  if (!topic.permissions.reply) return null;
  return (
    <Action
      label={text('action.quote')}
      icon={<Quote aria-hidden />}
      onSelect={() => quote(topic.id, reply ?? topic)}
    />
  );
}
