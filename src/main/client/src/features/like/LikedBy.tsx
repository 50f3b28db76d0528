import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { InfoDialog } from '@/components/dialog/InfoDialog';
import { SkeletonLine } from '@/components/skeleton/Skeleton';
import type { PostProps } from '@/components/slot/slots';
import { ProblemNote } from '@/components/state/Problem';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { likesQuery } from './entities';
import css from './like.module.css';

interface Props extends PostProps {
  readonly onDone: () => void;
}

/** Who likes a post, the latest first. */
export default function LikedBy({ topic, reply, onDone }: Props) {
  const text = useText();
  const members = useQuery(likesQuery(topic.id, reply?.id));
  const more = members.data ? members.data.total - members.data.items.length : 0;
  return (
    <InfoDialog title={text('like.by')} onClose={onDone}>
      {members.isPending && <SkeletonLine width="60%" />}
      {members.error && <ProblemNote error={members.error} />}
      <ul className={css.members}>
        {members.data?.items.map((member) => (
          <li key={member.id} className={css.member}>
            <Avatar member={member} />
            <Link to={paths.user(member.id)} dir="auto">
              {member.username}
            </Link>
          </li>
        ))}
        {more > 0 && <li>{text('like.more', { count: more })}</li>}
      </ul>
    </InfoDialog>
  );
}
