import { Loading, SkeletonLine } from '@/components/skeleton/Skeleton';
import css from './member.module.css';

export function ProfileSkeleton() {
  return (
    <div className={css.page}>
      <Loading />
      <div className={css.card} aria-hidden="true">
        <SkeletonLine width="6rem" height="6rem" />
        <div className={css.who}>
          <SkeletonLine width="12rem" height="2.4rem" />
          <SkeletonLine width="9rem" />
        </div>
      </div>
    </div>
  );
}
