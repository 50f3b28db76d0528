import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { Prose } from '@/components/prose/Prose';
import { Time } from '@/components/time/Time';
import type { Author } from '@/lib/api/types';
import { useRichText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import css from './post.module.css';

interface Props {
  readonly post: {
    readonly author: Author;
    readonly html: string;
    readonly createdAt: string;
    readonly editedAt: string | null;
  };
  /** What the post is called for those who do not see where it stands. */
  readonly label: string;
  readonly floor?: ReactNode;
  readonly actions: ReactNode;
  /** In place of the text while it is edited. */
  readonly editor: ReactNode;
}

export function Post({ post, label, floor, actions, editor }: Props) {
  const rich = useRichText();
  const { author } = post;
  return (
    <article className={css.post} aria-label={label}>
      <header className={css.head}>
        <Avatar member={author} />
        <div className={css.who}>
          <Link className={css.name} to={paths.user(author.id)}>
            {author.username}
          </Link>
          <span className={css.when}>
            <Time at={post.createdAt} />
            {post.editedAt && (
              <span>{rich('topic.edited', { time: <Time at={post.editedAt} /> })}</span>
            )}
          </span>
        </div>
        {floor}
      </header>
      {editor || (
        <>
          <Prose html={post.html} className={css.text} />
          {actions}
        </>
      )}
    </article>
  );
}
