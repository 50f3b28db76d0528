import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { Button } from '../button/Button';
import { ProblemNote } from '../state/Problem';
import css from './dialog.module.css';

interface Props {
  readonly title: string;
  readonly body: string;
  readonly action: string;
  readonly busy: boolean;
  readonly error?: unknown;
  /** Fields that belong to the question. */
  readonly children?: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** Where the focus goes when the question is gone; without it, or where it gives null, to what it was on before. */
  readonly focusAfter?: () => HTMLElement | null;
}

/** Asks before something that cannot be undone. Drawn while it is asked; `lazy` it, it is seldom needed. */
export default function ConfirmDialog(props: Props) {
  const text = useText();
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && !props.busy && props.onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={css.backdrop} />
        <AlertDialog.Popup className={css.popup} finalFocus={() => props.focusAfter?.() ?? true}>
          <AlertDialog.Title className={css.title}>{props.title}</AlertDialog.Title>
          <AlertDialog.Description className={css.body}>{props.body}</AlertDialog.Description>
          {props.children}
          {props.error ? <ProblemNote error={props.error} /> : null}
          <div className={css.actions}>
            <AlertDialog.Close render={<Button>{text('action.cancel')}</Button>} />
            <Button look="danger" busy={props.busy} onClick={props.onConfirm}>
              {props.action}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
