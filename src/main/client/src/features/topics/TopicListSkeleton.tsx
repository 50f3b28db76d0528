import { Loading, SkeletonAvatar, SkeletonLine } from '@/components/skeleton/Skeleton';
import css from './topic-list.module.css';

const WIDTHS = ['72%', '48%', '85%', '60%', '78%', '40%', '66%', '54%'];

export function TopicListSkeleton() {
  return (
    <>
      <Loading />
      <div className={css.list} aria-hidden="true">
        {WIDTHS.map((width) => (
          <div key={width} className={css.row}>
            <SkeletonAvatar />
            <div className={css.what}>
              <div className={css.title}>
                <SkeletonLine width={width} />
              </div>
              <p className={css.meta}>
                <SkeletonLine width="11rem" />
              </p>
            </div>
          </div>
        ))}
      </div>
    </>
  );
}
