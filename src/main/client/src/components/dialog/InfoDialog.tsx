import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { Button } from '../button/Button';
import css from './dialog.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** Shows something beside the page until it is closed. */
export function InfoDialog({ title, children, onClose }: Props) {
  const text = useText();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup className={css.popup}>
          <Dialog.Title className={css.title}>{title}</Dialog.Title>
          {children}
          <div className={css.actions}>
            <Dialog.Close render={<Button>{text('action.close')}</Button>} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
