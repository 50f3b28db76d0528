import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { sessionQuery } from '@/lib/entities/session';
import { activate } from '@/lib/i18n/i18n';
import { show } from '@/test/render';
import { ada } from '@/test/samples';
import { json, problem, serve } from '@/test/server';
import ForgotPage from './ForgotPage';
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
  expect(name).toHaveAccessibleDescription(/Someone else has this name\./);
  expect(screen.getByLabelText('Password')).toHaveValue('correct horse');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says all that is wrong at once, at the fields, without asking the server', async () => {
  const calls = serve({});
  show(<RegisterPage />);
  await userEvent.type(screen.getByLabelText('Username'), 'a b');
  await userEvent.type(screen.getByLabelText('E-mail address'), 'ada@');
  await userEvent.click(screen.getByRole('button', { name: 'Register' }));
  const name = screen.getByLabelText('Username');
  const address = screen.getByLabelText('E-mail address');
  const password = screen.getByLabelText('Password');
  expect(name).toHaveFocus();
  expect(name).toHaveAccessibleDescription(/Use only letters, digits, _ and -\./);
  expect(address).toHaveAccessibleDescription(
    'This is not an e-mail address. It looks like name@example.org.',
  );
  expect(password).toHaveAccessibleDescription(/Fill in this field\./);
  expect(calls.filter(({ operation }) => operation === 'POST /api/register')).toEqual([]);

  await userEvent.clear(name);
  await userEvent.type(name, 'ab');
  expect(name).toBeValid();
  expect(address).toBeInvalid();
});

it('says it in the language of the page', async () => {
  await act(() => activate('zh-CN'));
  try {
    show(<RegisterPage />);
    await userEvent.click(screen.getByRole('button', { name: '注册' }));
    expect(screen.getByLabelText('用户名')).toHaveAccessibleDescription(/请填写此项。/);
    expect(screen.getByLabelText('密码')).toHaveAccessibleDescription(/请填写此项。/);
  } finally {
    await act(() => activate('en'));
  }
});

it('sends an address as it was typed, which a field of type email does not', async () => {
  const calls = serve({ 'POST /api/register': () => json({ user: ada, token: 'x' }, 201) });
  show(<RegisterPage />);
  await userEvent.type(screen.getByLabelText('Username'), 'ada');
  await userEvent.type(screen.getByLabelText('E-mail address'), 'ada@straße.de');
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse');
  expect(screen.getByLabelText('E-mail address')).toHaveAttribute('inputmode', 'email');
  expect(screen.getByLabelText('E-mail address')).not.toHaveAttribute('type', 'email');
  await userEvent.click(screen.getByRole('button', { name: 'Register' }));
  await waitFor(() => {
    const sent = calls.find(({ operation }) => operation === 'POST /api/register');
    expect(sent?.body).toMatchObject({ email: 'ada@straße.de' });
  });
});

it.each([
  ['forgot', <ForgotPage />, 'Send link', 'E-mail address'],
  ['sign in', <LoginPage />, 'Sign in', 'Password'],
  ['reset', <ResetPage />, 'Set password', 'New password'],
])('says in its own words what is missing: %s', async (_, page, button, field) => {
  show(page, { at: '/?token=abc' });
  await userEvent.click(screen.getByRole('button', { name: button }));
  expect(screen.getByLabelText(field)).toHaveAccessibleDescription(/Fill in this field\./);
  expect(screen.getByLabelText(field).closest('form')).toHaveAttribute('novalidate');
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
