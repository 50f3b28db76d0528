import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { hasStatus } from '@/lib/api/problem';
import { useAuthor } from '@/lib/entities/session';
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
  readonly save: (text: Editable) => Promise<void>;
  /** The text as it is on the server now. */
  readonly latest: () => Promise<Editable>;
  readonly onDone: () => void;
}

/**
 * An edit that never overwrites unseen: when somebody else was quicker, `theirs` is their text, and it is the writer
 * who decides between the two. What is typed stays in the draft until it is saved or given up.
 */
export function useEditing({ place, current, save, latest, onDone }: Options) {
  const author = useAuthor();
  const { draft, update, drop } = useDraft(`${author?.id ?? 0}.${place}`, current);
  const [theirs, setTheirs] = useState<Editable | null>(null);
  const [input, setInput] = useState({ ...current, ...draft });

  const change = (values: Partial<Editable>) => {
    setInput((before) => ({ ...before, ...values }));
    update(values);
  };
  const finish = () => {
    drop();
    onDone();
  };
  const saving = useMutation({
    mutationFn: async () => {
      try {
        await save(input);
        return null;
      } catch (error) {
        if (hasStatus(error, 409)) return latest();
        throw error;
      }
    },
    onSuccess: (newer) => {
      if (newer === null) {
        finish();
        return;
      }
      setTheirs(newer);
      // Saving once more is now a decision made in sight of their text.
      change({ version: newer.version });
    },
  });
  const takeTheirs = () => {
    if (theirs) change(theirs);
    setTheirs(null);
  };
  return { input, theirs, saving, change, takeTheirs, giveUp: finish };
}
