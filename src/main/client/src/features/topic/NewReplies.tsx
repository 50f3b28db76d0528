import { ArrowDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { Pill } from '@/components/pill/Pill';
import type { Reply } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';

interface Props {
  readonly topicId: number;
  /** The floors of the new replies, in order. */
  readonly unseen: readonly number[];
  /** What is shown of the topic. */
  readonly shown: readonly Reply[];
  readonly onSeen: (floor: number) => void;
}

/** Leads to replies that have come meanwhile, as long as they are out of sight. */
export function NewReplies({ topicId, unseen, shown, onSeen }: Props) {
  const text = useText();
  const navigate = useNavigate();
  useSight(unseen, shown, onSeen);
  const [first] = unseen;
  if (first === undefined) return null;
  const go = () => {
    const reply = document.getElementById(`floor-${first}`);
    if (!reply) {
      void navigate(paths.floor(topicId, first));
      return;
    }
    reply.scrollIntoView({ block: 'start' });
    reply.focus({ preventScroll: true });
  };
  return (
    <Pill at="window" onClick={go}>
      <ArrowDown aria-hidden />
      {text('topic.newReplies', { count: unseen.length })}
    </Pill>
  );
}

/** Tells which of the replies come into sight. */
function useSight(
  unseen: readonly number[],
  shown: readonly Reply[],
  onSeen: (floor: number) => void,
): void {
  const tell = useRef(onSeen);
  useEffect(() => {
    tell.current = onSeen;
  });
  useEffect(() => {
    const floors = new Map<Element, number>();
    const watch = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const floor = floors.get(target);
        if (isIntersecting && floor !== undefined) tell.current(floor);
      }
    });
    for (const floor of unseen) {
      const reply = document.getElementById(`floor-${floor}`);
      if (!reply) continue;
      floors.set(reply, floor);
      watch.observe(reply);
    }
    return () => watch.disconnect();
  }, [unseen, shown]);
}
