import { Link } from 'react-router';
import { Prose } from '@/components/prose/Prose';
import { Time } from '@/components/time/Time';
import type { PublicProfile } from '@/lib/api/types';
import { useRichText, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import css from './member.module.css';

/** What the member last opened and last replied. */
export function Recent({ profile }: { readonly profile: PublicProfile }) {
  const text = useText();
  const rich = useRichText();
  return (
    <div className={css.columns}>
      <section aria-labelledby="recent-topics">
        <h2 id="recent-topics" className={css.title}>
          {text('member.recentTopics')}
        </h2>
        {profile.recentTopics.length === 0 && <p className={css.none}>{text('member.noTopics')}</p>}
        <ul className={css.list}>
          {profile.recentTopics.map((topic) => (
            <li key={topic.id} className={css.item}>
              <Link className={css.link} dir="auto" to={paths.topic(topic.id)}>
                {topic.title}
              </Link>
              <span className={css.when}>
                <Time at={topic.createdAt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="recent-replies">
        <h2 id="recent-replies" className={css.title}>
          {text('member.recentReplies')}
        </h2>
        {profile.recentReplies.length === 0 && (
          <p className={css.none}>{text('member.noReplies')}</p>
        )}
        <ul className={css.list}>
          {profile.recentReplies.map((reply) => (
            <li key={reply.id} className={css.item}>
              <span className={css.when}>
                {rich('member.repliedTo', {
                  topic: (
                    <Link
                      className={css.link}
                      dir="auto"
                      to={paths.floor(reply.topicId, reply.floor)}
                    >
                      {reply.topicTitle}
                    </Link>
                  ),
                  time: <Time at={reply.createdAt} />,
                })}
              </span>
              <Prose html={reply.html} className={css.excerpt} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
