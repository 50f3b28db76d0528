import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { hasStatus } from '@/lib/api/problem';
import { useAuthor } from '@/lib/entities/session';
import type { Draft } from '@/lib/drafts';
import { useDraft } from '@/lib/use-draft';

/** What is edited; a reply has no title and no board. */
export interface Editable {
  readonly title?: string;
  readonly boardId?: number;
  readonly content: string;
  readonly version: number;
}

interface Options {
  readonly place: `topic.${number}` | `reply.${number}`;
  readonly current: Editable;
  /** Saves the text, and gives it as it is then. */
  readonly save: (text: Editable) => Promise<Editable>;
  /** The text as it is on the server now. */
  readonly latest: () => Promise<Editable>;
  readonly onDone: () => void;
}

type Text = Pick<Editable, 'title' | 'boardId' | 'content'>;

const isSame = (one: Text, other: Text): boolean =>
  one.content.trim() === other.content.trim() &&
  (one.title ?? '').trim() === (other.title ?? '').trim() &&
  one.boardId === other.boardId;

/**
 * An edit that never overwrites unseen: when somebody else was quicker, also since a draft that is found was begun,
 * `theirs` is their text, and it is the writer who decides between the two. What is typed stays in the draft until it
 * is saved or given up. What nothing was changed in is not saved.
 */
export function useEditing({ place, current, save, latest, onDone }: Options) {
  const author = useAuthor();
  const drafting = useDraft(`${author?.id ?? 0}.${place}`, current);
  const { draft, update, drop } = drafting;
  /** What the edit began with, or what was saved or taken over since. */
  const [base, setBase] = useState(current);
  const textOf = (written: Draft): Editable => ({
    ...current,
    ...written,
    version: written.version ?? base.version,
  });
  const input = textOf(draft);
  const [theirs, setTheirs] = useState<Editable | null>(() =>
    input.version < current.version && !isSame(input, current) ? current : null,
  );
  const [hasTypedOn, setTypedOn] = useState(false);

  const finish = () => {
    drop();
    onDone();
  };

  async function post(written: Draft): Promise<{ saved?: Editable; newer?: Editable }> {
    // Saving below their text is a decision made in sight of it.
    const text = { ...textOf(written), ...(theirs && { version: theirs.version }) };
    try {
      return { saved: await save(text) };
    } catch (error) {
      if (!hasStatus(error, 409)) throw error;
      const newer = await latest();
      // The answer to an earlier attempt may have been lost: then it is our own text.
      return isSame(newer, text) ? { saved: newer } : { newer };
    }
  }

  const saving = useMutation({
    mutationFn: async () => {
      let typedOn = false;
      const { saved, newer } = await drafting.send(post, (sent, now, { saved }) => {
        if (!saved) return now;
        typedOn = !isSame(textOf(sent), textOf(now));
        return typedOn ? { ...now, version: saved.version } : null;
      });
      return { saved, newer, typedOn };
    },
    onSuccess: ({ saved, newer, typedOn }) => {
      setTheirs(newer ?? null);
      if (saved) setBase(saved);
      setTypedOn(typedOn);
    },
  });
  const submit = () => {
    if (saving.isPending) return;
    if (!theirs && isSame(input, base)) {
      finish();
      return;
    }
    saving.mutate(undefined, {
      onSuccess: ({ saved, typedOn }) => {
        if (saved && !typedOn) onDone();
      },
    });
  };
  const takeTheirs = () => {
    if (theirs) {
      update({ ...theirs });
      setBase(theirs);
    }
    setTheirs(null);
  };
  const isRestored = drafting.restored && !isSame(input, current);
  return {
    drafting: { ...drafting, restored: isRestored },
    input,
    theirs,
    saving,
    hasTypedOn,
    submit,
    takeTheirs,
    change: update,
    giveUp: finish,
  };
}
