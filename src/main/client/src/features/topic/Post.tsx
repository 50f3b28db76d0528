import { createElement, type ReactNode, Suspense, use, useState } from 'react';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { RoleWord } from '@/components/role/RoleWord';
import { Prose } from '@/components/prose/Prose';
import { SkeletonLine } from '@/components/skeleton/Skeleton';
import { Slot } from '@/components/slot/Slot';
import { postActions, postBelow, type PostOverlay, type PostProps } from '@/components/slot/slots';
import { Time } from '@/components/time/Time';
import { useRichText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { editor } from './EditAction';
import { Gone } from './gone';
import css from './post.module.css';
import { UnsavedEdit } from './UnsavedEdit';

interface Props extends PostProps {
  /** What the post is called for those who do not see where it stands. */
  readonly label: string;
  readonly floor?: ReactNode;
  /** Above what replaces the text. */
  readonly note?: ReactNode;
  /** Something begins to replace the text, or no longer does. */
  readonly onReplace?: (begins: boolean) => void;
}

/** The text of a topic or reply, with what features add to it. */
export function Post({ topic, reply, label, floor, note, onReplace }: Props) {
  const [overlay, setOverlay] = useState<PostOverlay | null>(null);
  const isGone = use(Gone);
  const post = { topic, reply };
  const open = (wanted: PostOverlay | null) => {
    setOverlay(wanted);
    onReplace?.(wanted?.replacesText === true);
  };
  const shown = overlay && createElement(overlay.Overlay, { ...post, onDone: () => open(null) });
  return (
    <>
      <article className={css.post} aria-label={label} tabIndex={reply ? undefined : -1}>
        <PostHead post={reply ?? topic} isAuthor={(reply ?? topic).author.id === topic.author.id}>
          {floor}
        </PostHead>
        {overlay?.replacesText ? (
          <>
            {note}
            <Suspense fallback={<SkeletonLine height="14rem" />}>{shown}</Suspense>
          </>
        ) : (
          <>
            <Prose html={(reply ?? topic).html} className={css.text} />
            <UnsavedEdit {...post} onContinue={() => open(editor)} />
            <Slot of={postBelow} give={post} />
            {!isGone && (
              <div className={`${css.actions} no-print`}>
                <Slot of={postActions} give={{ ...post, open }} />
              </div>
            )}
          </>
        )}
      </article>
      {overlay && !overlay.replacesText && <Suspense>{shown}</Suspense>}
    </>
  );
}

interface HeadProps {
  readonly post: Pick<PostProps['topic'], 'author' | 'createdAt' | 'editedAt'>;
  /** Whether the topic is by the same member. */
  readonly isAuthor: boolean;
  readonly children: ReactNode;
}

function PostHead({ post, isAuthor, children }: HeadProps) {
  const rich = useRichText();
  const { author, createdAt, editedAt } = post;
  return (
    <header className={css.head}>
      <Avatar member={author} />
      <div className={css.who}>
        <span className={css.by}>
          <Link className={css.name} to={paths.user(author.id)} dir="auto">
            {author.username}
          </Link>
          <RoleWord role={author.role} isAuthor={isAuthor} />
        </span>
        <span className={css.when}>
          <Time at={createdAt} />
          {editedAt && <span>{rich('topic.edited', { time: <Time at={editedAt} /> })}</span>}
        </span>
      </div>
      {children}
    </header>
  );
}
