import { useId } from 'react';
import { isBlank, type Slot } from '@/lib/drafts';
import { useText } from '@/lib/i18n/use-text';
import type { Drafting } from '@/lib/use-draft';
import { Button } from '../button/Button';
import { Note } from '../state/Note';
import css from './editor.module.css';

/** How much of another text is shown: enough to know it again. */
const EXCERPT = 160;

interface Props {
  readonly drafting: Pick<
    Drafting,
    'draft' | 'restored' | 'kept' | 'others' | 'take' | 'discard' | 'drop'
  >;
  /** Whether what was found may be given up here; else there is another way. */
  readonly discardable?: boolean;
}

/** What a writer has to know of their draft: where it comes from, that it is not kept, and what else is. */
export function DraftNotes({ drafting, discardable = true }: Props) {
  const text = useText();
  const { draft, restored, kept, others, take, discard, drop } = drafting;
  return (
    <>
      {!kept && <Note>{text('editor.notKept')}</Note>}
      {others.map((other) => (
        <OtherDraft
          key={other.key}
          other={other}
          onTake={() => take(other)}
          onDiscard={() => discard(other)}
        />
      ))}
      {restored && !isBlank(draft) && (
        <p className={css.restored}>
          {text('editor.restored')}
          {discardable && (
            <Button small look="quiet" onClick={drop}>
              {text('editor.discard')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

interface OtherProps {
  readonly other: Slot;
  readonly onTake: () => void;
  readonly onDiscard: () => void;
}

function OtherDraft({ other, onTake, onDiscard }: OtherProps) {
  const text = useText();
  const id = useId();
  const { title = '', content } = other.draft;
  return (
    <section className={css.other} aria-labelledby={id}>
      <p id={id}>{text('editor.other')}</p>
      <blockquote className={css.excerpt} dir="auto">
        {[title, content].filter(Boolean).join(' – ').slice(0, EXCERPT)}
      </blockquote>
      <div className={css.choices}>
        <Button small onClick={onTake}>
          {text('editor.other.take')}
        </Button>
        <Button small look="quiet" onClick={onDiscard}>
          {text('editor.other.discard')}
        </Button>
      </div>
    </section>
  );
}
