import { useText } from '@/lib/i18n/use-text';
import { useStore } from '@/lib/store';
import { isUpdated } from '@/lib/updates';
import { Button } from '../button/Button';
import { Note } from '../state/Note';
import css from './not-loaded.module.css';

interface Props {
  /** Gives it up, where that is possible. */
  readonly onDone?: () => void;
}

/** Stands for a part whose code could not be fetched. The page around it, and what is written there, stays. */
export function NotLoaded({ onDone }: Props) {
  const text = useText();
  const updated = useStore(isUpdated);
  return (
    <div className={css.notLoaded}>
      <Note>{text(updated ? 'update.body' : 'update.unloaded')}</Note>
      <Button small look="primary" onClick={() => window.location.reload()}>
        {text('update.action')}
      </Button>
      {onDone && (
        <Button small onClick={onDone}>
          {text('action.cancel')}
        </Button>
      )}
    </div>
  );
}
