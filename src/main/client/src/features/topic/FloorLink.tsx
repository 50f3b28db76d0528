import type { MouseEvent } from 'react';
import { Link, useHref } from 'react-router';
import { copyText } from '@/lib/clipboard';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import css from './post.module.css';

/** A reply's number, which is its permalink; following it also copies the address. */
export function FloorLink({
  topicId,
  floor,
}: {
  readonly topicId: number;
  readonly floor: number;
}) {
  const text = useText();
  const path = paths.floor(topicId, floor);
  const href = useHref(path);
  const copy = async (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (await copyText(new URL(href, window.location.href).href)) notify(text('topic.linkCopied'));
  };
  return (
    <Link
      to={path}
      className={css.floor}
      title={text('topic.permalink')}
      aria-label={text('topic.permalinkTo', { floor })}
      onClick={(event) => void copy(event)}
    >
      #{floor}
    </Link>
  );
}
