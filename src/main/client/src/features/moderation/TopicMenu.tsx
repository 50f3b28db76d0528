import { useQueryClient } from '@tanstack/react-query';
import {
  Eye,
  EyeOff,
  FolderInput,
  Lock,
  LockOpen,
  Merge,
  Pin,
  PinOff,
  RotateCcw,
  Shield,
  Split,
} from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { Action, ActionSeparator } from '@/components/action/Action';
import { MenuButton } from '@/components/menu/MenuButton';
import type { MenuEntry } from '@/components/menu/entries';
import { lazyPart } from '@/components/slot/lazy-part';
import { problemBody } from '@/components/state/problem-text';
import type { Topic } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { restoreTopic, setState, type TopicState } from './entities';
import { messages } from './messages';
import css from './moderation.module.css';
import { ReasonDialog } from './ReasonDialog';
import type { Transfer } from './TransferDialog';

await messages;

const PINS = ['no', 'board', 'everywhere'] as const;
const pictures = {
  no: <PinOff aria-hidden />,
  board: <Pin aria-hidden />,
  everywhere: <Pin aria-hidden />,
};

const TransferDialog = lazyPart(() => import('./TransferDialog'));

const TRANSFERS: readonly { readonly kind: Transfer; readonly icon: ReactNode }[] = [
  { kind: 'move', icon: <FolderInput aria-hidden /> },
  { kind: 'merge', icon: <Merge aria-hidden /> },
  { kind: 'split', icon: <Split aria-hidden /> },
];

type Question = 'lock' | 'hide';

/** What moderators can do with the topic, and what others do not see of it. */
export default function TopicMenu({ topic }: { readonly topic: Topic }) {
  const text = useText();
  const queries = useQueryClient();
  const [question, setQuestion] = useState<Question>();
  const [transfer, setTransfer] = useState<Transfer>();
  const isHidden = topic.state === 'hidden';
  const isRemoved = topic.state === 'removed';

  const undo = (back: TopicState) => ({
    label: text('action.undo'),
    act: () => void change(back),
  });
  const change = async (state: TopicState, back?: TopicState) => {
    try {
      await setState(queries, topic.id, state);
      notify(text('moderation.done'), back && undo(back));
    } catch (error) {
      notify(problemBody(error, text));
    }
  };
  const restore = async () => {
    try {
      await restoreTopic(queries, topic.id);
      notify(text('moderation.done'));
    } catch (error) {
      notify(problemBody(error, text));
    }
  };

  const entries: MenuEntry[] = [
    {
      kind: 'choice',
      label: text('moderation.pin'),
      value: topic.pinned,
      options: PINS.map((value) => ({
        value,
        label: text(`moderation.pin.${value}`),
        icon: pictures[value],
      })),
      onChoose: (value) => {
        const pinned = PINS.find((each) => each === value) ?? 'no';
        void change({ pinned }, { pinned: topic.pinned });
      },
    },
    { kind: 'separator' },
  ];
  return (
    <span className={css.menu}>
      <MenuButton
        className={css.button}
        label={text('moderation.menu')}
        face={<Shield aria-hidden />}
        entries={entries}
      >
        {topic.locked ? (
          <Action
            label={text('moderation.unlock')}
            icon={<LockOpen aria-hidden />}
            onSelect={() => void change({ locked: false }, { locked: true })}
          />
        ) : (
          <Action
            label={text('moderation.lock')}
            icon={<Lock aria-hidden />}
            onSelect={() => setQuestion('lock')}
          />
        )}
        {isRemoved ? (
          <Action
            label={text('moderation.restore')}
            icon={<RotateCcw aria-hidden />}
            onSelect={() => void restore()}
          />
        ) : isHidden ? (
          <Action
            label={text('moderation.show')}
            icon={<Eye aria-hidden />}
            onSelect={() => void change({ hidden: false }, { hidden: true })}
          />
        ) : (
          <>
            <Action
              label={text('moderation.hide')}
              icon={<EyeOff aria-hidden />}
              onSelect={() => setQuestion('hide')}
            />
            <ActionSeparator />
            {TRANSFERS.map(({ kind, icon }) => (
              <Action
                key={kind}
                label={text(`moderation.${kind}`)}
                icon={icon}
                onSelect={() => setTransfer(kind)}
              />
            ))}
          </>
        )}
      </MenuButton>
      {topic.state !== 'shown' && (
        <strong className={css.state}>{text(`moderation.state.${topic.state}`)}</strong>
      )}
      {transfer && (
        <Suspense>
          <TransferDialog kind={transfer} topic={topic} onClose={() => setTransfer(undefined)} />
        </Suspense>
      )}
      {question && (
        <ReasonDialog
          title={text(`moderation.${question}.title`)}
          body={text(`moderation.${question}.body`)}
          action={text(`moderation.${question}`)}
          onConfirm={async (reason) => {
            const state = question === 'lock' ? { locked: true } : { hidden: true };
            const back = question === 'lock' ? { locked: false } : { hidden: false };
            await setState(queries, topic.id, { ...state, reason });
            setQuestion(undefined);
            notify(text('moderation.done'), undo(back));
          }}
          onClose={() => setQuestion(undefined)}
        />
      )}
    </span>
  );
}
