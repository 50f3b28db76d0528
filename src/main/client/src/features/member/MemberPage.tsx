import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ProblemState } from '@/components/state/Problem';
import { Slot } from '@/components/slot/Slot';
import { memberActions } from '@/components/slot/slots';
import { useMember } from '@/lib/entities/session';
import { memberQuery } from '@/lib/entities/member';
import { Profile } from './Profile';
import { ProfileSkeleton } from './ProfileSkeleton';
import { laterMessages } from './later-messages';

await laterMessages;

/** Anyone's profile, as everyone sees it. */
export default function MemberPage() {
  const id = Number(useParams().id);
  const member = useMember();
  const profile = useQuery(memberQuery(id));
  if (profile.isPending) return <ProfileSkeleton />;
  if (profile.isError) {
    return <ProblemState error={profile.error} onRetry={() => void profile.refetch()} />;
  }
  const isOther = member && member.id !== id;
  return (
    <Profile
      key={id}
      profile={profile.data}
      actions={isOther && <Slot of={memberActions} give={{ memberId: id }} />}
    />
  );
}
