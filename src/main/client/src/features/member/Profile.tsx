import type { ReactNode } from 'react';
import { Avatar } from '@/components/avatar/Avatar';
import { PageHeading } from '@/components/page/PageHeading';
import type { PublicProfile } from '@/lib/api/types';
import { calendarDay, wholeNumber } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { Recent } from './Recent';
import css from './member.module.css';

interface Props {
  readonly profile: PublicProfile;
  readonly note?: string;
  readonly actions?: ReactNode;
}

export function Profile({ profile, note, actions }: Props) {
  const text = useText();
  const region = useRegion();
  return (
    <div className={css.page}>
      <section className={css.card}>
        <Avatar member={profile} size="huge" />
        <div className={css.who}>
          <PageHeading title={profile.username} />
          <p className={css.since}>
            {text('member.since', { day: calendarDay(new Date(profile.createdAt), region) })}
          </p>
          {note && <p className={css.since}>{note}</p>}
          {profile.signature && (
            <p className={css.signature} dir="auto">
              {profile.signature}
            </p>
          )}
        </div>
        <div className={css.side}>
          <dl className={css.numbers}>
            <div>
              <dt>{text('member.topics')}</dt>
              <dd>{wholeNumber(profile.topicCount, region)}</dd>
            </div>
            <div>
              <dt>{text('member.replies')}</dt>
              <dd>{wholeNumber(profile.replyCount, region)}</dd>
            </div>
          </dl>
          {actions}
        </div>
      </section>
      <Recent profile={profile} />
    </div>
  );
}
