import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button/Button';
import { Editor } from '@/components/editor/Editor';
import { ProblemNote } from '@/components/state/Problem';
import { fieldError } from '@/lib/api/field-errors';
import type { CurrentUser } from '@/lib/api/types';
import { attemptFor } from '@/lib/drafts';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { putNewReply } from '@/lib/entities/topic-writes';
import { useSite } from '@/lib/entities/site';
import { useStore } from '@/lib/store';
import { useDraft } from '@/lib/use-draft';
import { addReply } from './commands';
import { pendingQuotation } from './quote';
import css from './reply-box.module.css';

interface Props {
  readonly topicId: number;
  readonly author: CurrentUser;
}

export default function ReplyForm({ topicId, author }: Props) {
  const text = useText();
  const { limits } = useSite();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const input = useRef<HTMLTextAreaElement>(null);
  const { draft, restored, update, drop } = useDraft(`${author.id}.reply-to.${topicId}`, {
    content: '',
  });

  const sending = useMutation({
    mutationFn: () => {
      const attempt = attemptFor({ topicId, content: draft.content }, draft.attempt);
      update({ attempt });
      return addReply(topicId, draft.content, attempt);
    },
    onSuccess: async (reply) => {
      drop();
      putNewReply(queries, reply);
      await navigate(paths.floor(topicId, reply.floor));
    },
  });
  const send = (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (!sending.isPending && draft.content.trim() !== '') sending.mutate();
  };

  const quotation = useStore(pendingQuotation);
  useEffect(() => {
    if (quotation?.topicId !== topicId) return;
    pendingQuotation.set(null);
    const before = draft.content.trimEnd();
    update({ content: (before === '' ? '' : `${before}\n\n`) + quotation.markdown });
    input.current?.scrollIntoView({ block: 'center' });
    input.current?.focus();
  }, [quotation, topicId, draft.content, update]);

  return (
    <form className={`${css.form} no-print`} onSubmit={send}>
      <Editor
        ref={input}
        label={text('topic.yourReply')}
        placeholder={text('editor.placeholder')}
        value={draft.content}
        max={limits.contentMax}
        error={fieldError(sending.error, 'content')}
        onChange={(content) => update({ content })}
        onSubmit={send}
      />
      {sending.isError && <ProblemNote error={sending.error} />}
      <div className={css.actions}>
        {restored && draft.content !== '' && (
          <span className={css.restored}>{text('editor.restored')}</span>
        )}
        <Button
          look="primary"
          type="submit"
          busy={sending.isPending}
          disabled={draft.content.trim() === ''}
        >
          {text('action.reply')}
        </Button>
      </div>
    </form>
  );
}
