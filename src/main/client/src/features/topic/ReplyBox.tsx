import { Suspense } from 'react';
import { useLocation } from 'react-router';
import { ButtonLink } from '@/components/button/Button';
import { lazyPart } from '@/components/slot/lazy-part';
import type { Topic } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { registerPath, signInPath } from '@/lib/paths';
import { useAuthor, useMember } from '@/lib/entities/session';
import css from './reply-box.module.css';

const Locked = lazyPart(() => import('./Locked'));
const ReplyForm = lazyPart(() => import('./ReplyForm'));

interface Props {
  readonly topic: Topic;
  /** Whether it was deleted while it is shown: what a member has typed stays, guests are no longer asked. */
  readonly isGone: boolean;
}

/** The end of the topic: where members reply, and where guests learn how to. */
export function ReplyBox({ topic, isGone }: Props) {
  const text = useText();
  const member = useMember();
  const author = useAuthor();
  const { pathname, search } = useLocation();
  const here = `${pathname}${search}#reply`;
  if (member === undefined && !author) return <div className={css.room} />;
  if (author) {
    if (member && !topic.permissions.reply) {
      return <Suspense>{topic.lock && <Locked lock={topic.lock} />}</Suspense>;
    }
    return (
      <Suspense fallback={<div className={css.room} />}>
        {topic.lock && <Locked lock={topic.lock} />}
        <ReplyForm key={`${author.id}.${topic.id}`} topicId={topic.id} author={author} />
      </Suspense>
    );
  }
  if (isGone) return null;
  if (topic.lock) {
    return (
      <Suspense>
        <Locked lock={topic.lock} />
      </Suspense>
    );
  }
  return (
    <div className={`${css.guest} no-print`}>
      <p>{text('topic.guest')}</p>
      <div className={css.actions}>
        <ButtonLink look="primary" to={signInPath(here)}>
          {text('action.signIn')}
        </ButtonLink>
        <ButtonLink to={registerPath(here)}>{text('action.register')}</ButtonLink>
      </div>
    </div>
  );
}
