import { Heart } from 'lucide-react';
import { lazy } from 'react';
import { Button } from '@/components/button/Button';
import type { PostActionProps, PostOverlay } from '@/components/slot/slots';
import { useMember } from '@/lib/entities/session';
import { shortNumber } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import css from './like.module.css';
import { useLike } from './use-like';

const likedBy: PostOverlay = { Overlay: lazy(() => import('./LikedBy')) };

/** A heart for those who may like the post, and the number of likes, which opens who they are. */
export function LikeAction({ topic, reply, open }: PostActionProps) {
  const text = useText();
  const region = useRegion();
  const member = useMember();
  const post = reply ?? topic;
  const { likes = 0, liked = false } = post;
  const change = useLike(topic.id, reply?.id);
  const mayLike = member && member.id !== post.author.id;
  return (
    <>
      {mayLike && (
        <Button
          look="quiet"
          small
          aria-pressed={liked}
          aria-label={text('like.like')}
          title={text('like.like')}
          onClick={() => change(liked ? likes - 1 : likes + 1, !liked)}
        >
          <Heart className={liked ? css.filled : undefined} aria-hidden />
        </Button>
      )}
      {likes > 0 && (
        <Button
          look="quiet"
          small
          aria-label={text('like.likes', { count: likes })}
          onClick={() => open(likedBy)}
        >
          {!mayLike && <Heart aria-hidden />}
          {shortNumber(likes, region)}
        </Button>
      )}
    </>
  );
}
