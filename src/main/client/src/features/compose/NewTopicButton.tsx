import { PenLine } from 'lucide-react';
import { ButtonLink } from '@/components/button/Button';
import { useMember } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import css from './new-topic-button.module.css';

export function NewTopicButton() {
  const text = useText();
  if (!useMember()) return null;
  return (
    <ButtonLink look="primary" to={paths.newTopic()} className={css.compose}>
      <PenLine aria-hidden />
      <span className={css.word}>{text('action.newTopic')}</span>
    </ButtonLink>
  );
}
