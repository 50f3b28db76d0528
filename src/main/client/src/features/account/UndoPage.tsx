import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Button, ButtonLink } from '@/components/button/Button';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { problemOf } from '@/lib/api/problem';
import { sessionQuery } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { Card } from './Card';
import { undoAddress } from './commands';

/** Takes a change of the e-mail address back. As with verifying, a button and not the visit itself spends the link. */
export default function UndoPage() {
  const text = useText();
  const queries = useQueryClient();
  const token = useSearchParams()[0].get('token') ?? '';
  const undoing = useMutation({
    mutationFn: () => undoAddress(token),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  const spent = token === '' || problemOf(undoing.error)?.status === 422;
  return (
    <Card title={text('undo.title')} lead={text('undo.lead')}>
      {undoing.isSuccess && (
        <>
          <Note good>{text('undo.done')}</Note>
          <ButtonLink to={paths.home}>{text('action.home')}</ButtonLink>
        </>
      )}
      {spent && <Note>{text('undo.spent')}</Note>}
      {undoing.isError && !spent && <ProblemNote error={undoing.error} />}
      {!undoing.isSuccess && !spent && (
        <Button look="primary" busy={undoing.isPending} onClick={() => undoing.mutate()}>
          {text('undo.submit')}
        </Button>
      )}
    </Card>
  );
}
