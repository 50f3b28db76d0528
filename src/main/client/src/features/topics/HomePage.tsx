import { PageHeading } from '@/components/page/PageHeading';
import { useText } from '@/lib/i18n/use-text';
import { useSite } from '@/lib/entities/site';
import { BoardList } from './BoardList';
import { TopicList } from './TopicList';
import { Welcome } from './Welcome';
import css from './topics.module.css';

export default function HomePage() {
  const text = useText();
  const { name } = useSite();
  return (
    <div className={css.layout}>
      <BoardList />
      <section className={css.content}>
        <div className={css.head}>
          <PageHeading title={name}>{text('topics.latest')}</PageHeading>
        </div>
        <Welcome />
        <TopicList />
      </section>
    </div>
  );
}
