import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { sessionQuery } from '@/lib/entities/session';
import { show } from '@/test/render';
import { ada } from '@/test/samples';
import { json, problem, serve } from '@/test/server';
import LoginPage from './LoginPage';
import RegisterPage from './RegisterPage';
import ResetPage from './ResetPage';
import UndoPage from './UndoPage';

it('shows what is wrong with a field at that field', async () => {
  const errors = [{ field: 'username', code: 'taken', message: 'This name is taken.' }];
  serve({ 'POST /api/register': () => problem(422, { errors }) });
  show(<RegisterPage />);
  await userEvent.type(screen.getByLabelText('Username'), 'ada');
  await userEvent.type(screen.getByLabelText('E-mail address'), 'ada@example.org');
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse');
  await userEvent.click(screen.getByRole('button', { name: 'Register' }));
  const name = screen.getByLabelText('Username');
  await waitFor(() => expect(name).toBeInvalid());
  expect(name).toHaveAccessibleDescription(/This name is taken\./);
  expect(screen.getByLabelText('Password')).toHaveValue('correct horse');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('signs in and goes on to where the reader was', async () => {
  serve({ 'POST /api/login': () => json({ user: ada, token: 'x' }) });
  const { queries } = show(<LoginPage />, { at: '/login?next=%2Ftopic%2F3', path: '/login' });
  await userEvent.type(screen.getByLabelText('Username or e-mail address'), 'ada');
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
  await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent('/topic/3'));
  expect(queries.getQueryData(sessionQuery.queryKey)).toEqual(ada);
});

it('says that name and password do not go together', async () => {
  serve({ 'POST /api/login': () => problem(401) });
  show(<LoginPage />);
  await userEvent.type(screen.getByLabelText('Username or e-mail address'), 'ada');
  await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Wrong username or password');
});

it('offers a new link in place of one that is spent', async () => {
  const errors = [{ field: 'token', code: 'spent', message: 'Spent.' }];
  serve({ 'POST /api/reset/update': () => problem(422, { errors }) });
  show(<ResetPage />, { at: '/reset?token=abc' });
  await userEvent.type(screen.getByLabelText('New password'), 'correct horse{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('has expired or was already used');
  expect(screen.getByRole('link', { name: 'Request a new link' })).toHaveAttribute(
    'href',
    '/forgot',
  );
});

it('takes a change of the address back when asked to, and not before', async () => {
  let asked = 0;
  serve({
    'POST /api/email/undo': () => {
      asked++;
      return new Response(null, { status: 204 });
    },
  });
  show(<UndoPage />, { at: '/undo?token=abc' });
  expect(asked).toBe(0);
  await userEvent.click(screen.getByRole('button', { name: 'Restore my address' }));
  expect(await screen.findByText(/address of your account again/)).toBeVisible();
  expect(asked).toBe(1);
});
