import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '@/components/button/Button';
import { ProblemState } from '@/components/state/Problem';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { ownProfileQuery } from '@/lib/entities/member';
import { Profile } from './Profile';
import { ProfileSkeleton } from './ProfileSkeleton';
import { laterMessages } from './later-messages';

await laterMessages;

/** One's own profile: the public one, and what only oneself is told. */
export default function OwnPage() {
  const text = useText();
  const profile = useQuery(ownProfileQuery);
  if (profile.isPending) return <ProfileSkeleton />;
  if (profile.isError && !profile.data) {
    return <ProblemState error={profile.error} onRetry={() => void profile.refetch()} />;
  }
  const { email, emailVerified } = profile.data;
  return (
    <Profile
      profile={profile.data}
      note={text(emailVerified ? 'member.email.verified' : 'member.email.unverified', { email })}
      actions={<ButtonLink to={paths.settings}>{text('member.change')}</ButtonLink>}
    />
  );
}
