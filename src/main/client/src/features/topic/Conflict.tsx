import { useEffect, useRef } from 'react';
import { Button } from '@/components/button/Button';
import { useText } from '@/lib/i18n/use-text';
import type { Editable } from './use-editing';
import css from './edit.module.css';

interface Props {
  readonly theirs: Editable;
  readonly mine: Editable;
  readonly onTakeTheirs: () => void;
}

/** Somebody else changed the text meanwhile: both versions, side by side; the editor below holds one's own. */
export function Conflict({ theirs, mine, onTakeTheirs }: Props) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [theirs]);
  return (
    <section className={css.conflict} aria-labelledby="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1} className={css.conflictTitle}>
        {text('edit.conflict.title')}
      </h2>
      <p>{text('edit.conflict.body')}</p>
      <div className={css.both}>
        <Version label={text('edit.conflict.theirs')} version={theirs} />
        <Version label={text('edit.conflict.mine')} version={mine} />
      </div>
      <div className={css.actions}>
        <Button small onClick={onTakeTheirs}>
          {text('edit.conflict.takeTheirs')}
        </Button>
      </div>
    </section>
  );
}

function Version({ label, version }: { readonly label: string; readonly version: Editable }) {
  return (
    <div className={css.version}>
      <h3 className={css.versionTitle}>{label}</h3>
      {version.title !== undefined && (
        <p className={css.versionHead} dir="auto">
          {version.title}
        </p>
      )}
      <pre className={css.source} dir="auto" tabIndex={0} role="region" aria-label={label}>
        {version.content}
      </pre>
    </div>
  );
}
