import { Loading, SkeletonAvatar, SkeletonLine } from '@/components/skeleton/Skeleton';
import post from './post.module.css';
import css from './topic.module.css';

export function TopicSkeleton() {
  return (
    <div className={css.layout}>
      <Loading />
      <div className={css.content} aria-hidden="true">
        <div className={css.head}>
          <SkeletonLine width="8rem" />
          <SkeletonLine width="70%" height="2.4rem" />
        </div>
        {[0, 1, 2].map((each) => (
          <div key={each} className={post.post}>
            <div className={post.head}>
              <SkeletonAvatar />
              <div className={post.who}>
                <SkeletonLine width="9rem" />
                <SkeletonLine width="6rem" />
              </div>
            </div>
            <div className={css.lines}>
              <SkeletonLine width="94%" />
              <SkeletonLine width="88%" />
              <SkeletonLine width="61%" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
