import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { ada } from '@/test/samples';
import { json, problem, serve } from '@/test/server';
import ProfileSettings from './ProfileSettings';

const wanted = 'ada@new.example';

async function wish(password: string) {
  expect(screen.queryByLabelText('Current password')).toBeNull();
  const email = screen.getByLabelText('E-mail address');
  await userEvent.clear(email);
  await userEvent.type(email, wanted);
  await userEvent.type(screen.getByLabelText('Current password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
}

it('asks for the password with a new address, and says that it counts later', async () => {
  const calls = serve({
    'POST /api/setting/profile': () => json({ ...ada, pendingEmail: wanted }),
  });
  show(<ProfileSettings member={ada} />);
  await wish('correct horse');
  await waitFor(() =>
    expect(calls.find(({ operation }) => operation.startsWith('POST'))?.body).toEqual({
      email: wanted,
      currentPassword: 'correct horse',
    }),
  );
  await waitFor(() => expect(screen.getByLabelText('E-mail address')).toHaveValue(ada.email));
  expect(screen.queryByLabelText('Current password')).toBeNull();
});

it('shows at the password that it is wrong', async () => {
  const errors = [{ field: 'currentPassword', code: 'wrong', message: 'This is not it.' }];
  serve({ 'POST /api/setting/profile': () => problem(422, { errors }) });
  show(<ProfileSettings member={ada} />);
  await wish('wrong');
  await waitFor(() => expect(screen.getByLabelText('Current password')).toBeInvalid());
  expect(screen.getByLabelText('E-mail address')).toHaveValue(wanted);
});

it('names the address that is not verified yet', () => {
  serve({});
  show(<ProfileSettings member={{ ...ada, pendingEmail: wanted }} />);
  expect(screen.getByText(/ada@new\.example counts once/)).toBeVisible();
});
