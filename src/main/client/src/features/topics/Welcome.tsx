import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/button/Button';
import { useMember } from '@/lib/entities/session';
import { useSite } from '@/lib/entities/site';
import { useText } from '@/lib/i18n/use-text';
import { storage } from '@/lib/storage';
import css from './welcome.module.css';

/** Where it is kept which words a guest has sent away: others are shown again. */
const KEY = 'parley.welcome';

/** What the forum says to guests, until they send it away. */
export function Welcome() {
  const text = useText();
  const isGuest = useMember() === null;
  const { welcome } = useSite().about;
  const [read, setRead] = useState(() => storage.read(KEY));
  if (!isGuest || welcome === '' || read === welcome) return null;
  const sendAway = () => {
    storage.write(KEY, welcome);
    setRead(welcome);
  };
  return (
    <section className={css.welcome} aria-label={text('topics.welcome')}>
      <p dir="auto">{welcome}</p>
      <IconButton label={text('action.dismiss')} onClick={sendAway}>
        <X aria-hidden />
      </IconButton>
    </section>
  );
}
