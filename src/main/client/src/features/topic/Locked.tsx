import { Lock } from 'lucide-react';
import { Link } from 'react-router';
import { Time } from '@/components/time/Time';
import type { Topic } from '@/lib/api/types';
import { useRichText, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import css from './reply-box.module.css';
import { laterMessages } from './later-messages';

await laterMessages;

/** Says who locked the topic, when and why. */
export default function Locked({ lock }: { readonly lock: NonNullable<Topic['lock']> }) {
  const text = useText();
  const rich = useRichText();
  const { by, at, reason } = lock;
  const time = <Time at={at} />;
  return (
    <div className={css.locked}>
      <Lock aria-hidden />
      <div>
        <p>
          {by
            ? rich('topic.lockedBy', {
                name: (
                  <Link to={paths.user(by.id)} dir="auto">
                    {by.username}
                  </Link>
                ),
                time,
              })
            : text('topic.locked')}
        </p>
        {reason && <p dir="auto">{reason}</p>}
      </div>
    </div>
  );
}
