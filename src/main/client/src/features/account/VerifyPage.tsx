import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Button, ButtonLink } from '@/components/button/Button';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { problemOf } from '@/lib/api/problem';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { sessionQuery } from '@/lib/entities/session';
import { Card } from './Card';
import { verifyEmail } from './commands';

/** A button, not the visit itself, spends the link: mail programs open links to look at them. */
export default function VerifyPage() {
  const text = useText();
  const queries = useQueryClient();
  const token = useSearchParams()[0].get('token') ?? '';
  const verifying = useMutation({
    mutationFn: () => verifyEmail(token),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  const spent = token === '' || problemOf(verifying.error)?.status === 422;
  return (
    <Card title={text('verify.title')} lead={text('verify.lead')}>
      {verifying.isSuccess && (
        <>
          <Note good>{text('verify.done')}</Note>
          <ButtonLink to={paths.home}>{text('action.home')}</ButtonLink>
        </>
      )}
      {spent && <Note>{text('verify.spent')}</Note>}
      {verifying.isError && !spent && <ProblemNote error={verifying.error} />}
      {!verifying.isSuccess && !spent && (
        <Button look="primary" busy={verifying.isPending} onClick={() => verifying.mutate()}>
          {text('verify.submit')}
        </Button>
      )}
    </Card>
  );
}
