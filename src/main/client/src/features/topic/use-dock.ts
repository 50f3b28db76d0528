import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { apply } from '@/components/editor/apply';
import { insertParagraphs } from '@/components/editor/edits';
import { useStore } from '@/lib/store';
import { dock, pendingQuotation } from './quote';

/** Guests who come back after signing in go on here. */
export const REPLY = '#reply';

/** Where the reply box is: at its place, or docked over the page to take a quotation. */
export function useDock(topicId: number, input: RefObject<HTMLTextAreaElement | null>) {
  const docking = useStore(dock);
  const docked = docking?.topicId === topicId;
  const quotation = useStore(pendingQuotation);
  /** Whether the caret is where the writer put it. */
  const visited = useRef(false);
  const { hash, key } = useLocation();

  useEffect(() => {
    if (quotation?.topicId !== topicId || !docked || !input.current) return;
    // After this drawing: what is typed while React draws cannot be undone, as the text is set once more then.
    const timer = setTimeout(() => {
      if (!input.current) return;
      pendingQuotation.set(null);
      const { length } = input.current.value;
      if (!visited.current) input.current.setSelectionRange(length, length);
      apply(insertParagraphs(quotation.markdown), input.current);
      input.current.scrollTo(0, input.current.scrollHeight);
    });
    return () => clearTimeout(timer);
  }, [quotation, docked, topicId, input]);

  useEffect(() => {
    if (hash !== REPLY) return;
    input.current?.scrollIntoView({ block: 'center' });
    input.current?.focus({ preventScroll: true });
    // Once for every visit.
  }, [hash, key, input]);

  useEffect(() => () => dock.set(null), [topicId]);

  return {
    docked,
    close: () => {
      dock.set(null);
      if (docking?.opener instanceof HTMLElement) docking.opener.focus({ preventScroll: true });
    },
    onFocus: () => {
      visited.current = true;
    },
  };
}
