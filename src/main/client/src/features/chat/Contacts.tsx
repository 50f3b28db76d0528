import { useQuery } from '@tanstack/react-query';
import { Loading, SkeletonAvatar, SkeletonLine } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { contactsQuery } from './contact-entities';
import { useText } from '@/lib/i18n/use-text';
import { ContactRow } from './ContactRow';
import css from './contacts.module.css';

/** Of so many contacts it is followed whether they are online: one connection may listen to 200 addresses. */
const FOLLOWED = 50;

interface Props {
  readonly me: number;
  /** The room that is open beside the list. */
  readonly current?: string | undefined;
}

export function Contacts({ me, current }: Props) {
  const text = useText();
  const contacts = useQuery(contactsQuery);
  if (contacts.isPending) return <ContactSkeletons />;
  if (contacts.isError && !contacts.data) {
    return (
      <ProblemState level="part" error={contacts.error} onRetry={() => void contacts.refetch()} />
    );
  }
  const { items } = contacts.data;
  if (items.length === 0) return <p className={css.none}>{text('chat.noContacts')}</p>;
  return (
    <ul className={css.list}>
      {items.map((contact, index) => (
        <ContactRow
          key={contact.roomId}
          contact={contact}
          me={me}
          current={contact.roomId === current}
          followed={index < FOLLOWED}
        />
      ))}
    </ul>
  );
}

function ContactSkeletons() {
  return (
    <>
      <Loading />
      <div className={css.list} aria-hidden="true">
        {['60%', '45%', '70%'].map((width) => (
          <div key={width} className={css.contact}>
            <SkeletonAvatar />
            <span className={css.who}>
              <SkeletonLine width={width} />
              <SkeletonLine width="85%" />
            </span>
          </div>
        ))}
      </div>
    </>
  );
}
