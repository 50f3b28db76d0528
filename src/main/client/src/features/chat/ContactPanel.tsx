import { Search } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { Contacts } from './Contacts';
import { FindMember } from './FindMember';
import css from './contacts.module.css';

interface Props {
  readonly me: number;
  readonly current?: string | undefined;
  readonly onOpen: (roomId: string) => void;
}

/** The contacts, or while a name is being typed the members it may mean. */
export function ContactPanel({ me, current, onOpen }: Props) {
  const text = useText();
  const [name, setName] = useState('');
  const prefix = name.trim();
  const clear = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || name === '') return;
    // The drawer would close with it.
    event.stopPropagation();
    setName('');
  };
  return (
    <div className={css.panel}>
      <div className={css.search}>
        <Search aria-hidden />
        <input
          type="search"
          dir="auto"
          className={css.searchInput}
          value={name}
          placeholder={text('chat.find')}
          aria-label={text('chat.find')}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
          onKeyDown={clear}
        />
      </div>
      {prefix === '' ? (
        <Contacts me={me} current={current} />
      ) : (
        <FindMember
          prefix={prefix}
          me={me}
          onOpen={(roomId) => {
            setName('');
            onOpen(roomId);
          }}
        />
      )}
    </div>
  );
}
