import { Loading, SkeletonAvatar, SkeletonLine } from '@/components/skeleton/Skeleton';
import css from './topic-list.module.css';

/** As many as a page has topics. */
const WIDTHS = Array.from({ length: 20 }, (_, index) => `${40 + ((index * 17) % 45)}%`);

export function TopicListSkeleton() {
  return (
    <>
      <Loading />
      <div className={css.list} aria-hidden="true">
        {WIDTHS.map((width, index) => (
          <div key={index} className={css.row}>
            <SkeletonAvatar />
            <div className={css.title}>
              <SkeletonLine width={width} />
            </div>
            <p className={css.meta}>
              <SkeletonLine width="11rem" />
            </p>
          </div>
        ))}
      </div>
    </>
  );
}
