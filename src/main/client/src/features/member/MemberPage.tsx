import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ProblemState } from '@/components/state/Problem';
import { useMember } from '@/lib/session';
import { MessageButton } from './MessageButton';
import { Profile } from './Profile';
import { ProfileSkeleton } from './ProfileSkeleton';
import { memberQuery } from './queries';

/** Anyone's profile, as everyone sees it. */
export default function MemberPage() {
  const id = Number(useParams().id);
  const member = useMember();
  const profile = useQuery(memberQuery(id));
  if (profile.isPending) return <ProfileSkeleton />;
  if (profile.isError) {
    return <ProblemState error={profile.error} onRetry={() => void profile.refetch()} />;
  }
  const other = member && member.id !== id;
  return (
    <Profile key={id} profile={profile.data} actions={other && <MessageButton userId={id} />} />
  );
}
