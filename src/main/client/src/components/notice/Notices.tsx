import { X } from 'lucide-react';
import { useText } from '@/lib/i18n/use-text';
import { dismiss, notices } from '@/lib/notices';
import { useStore } from '@/lib/store';
import { Button, IconButton } from '../button/Button';
import css from './notices.module.css';

/** Short words about what just happened. They are read out, never take the focus, and go by themselves. */
export function Notices() {
  const text = useText();
  const current = useStore(notices);
  return (
    <div className={css.notices} role="status">
      {current.map((notice) => (
        <div key={notice.id} className={css.notice}>
          <span>{notice.text}</span>
          {notice.action && (
            <Button
              small
              onClick={() => {
                dismiss(notice.id);
                notice.action?.act();
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <IconButton small label={text('action.dismiss')} onClick={() => dismiss(notice.id)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
