import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { show } from '@/test/render';
import { json, serve } from '@/test/server';
import { Editor } from './Editor';

function Form({ onSubmit = () => undefined }: { readonly onSubmit?: () => void }) {
  const [text, setText] = useState('');
  return <Editor label="Text" value={text} max={10} onChange={setText} onSubmit={onSubmit} />;
}

it('shows what the server makes of the text, without asking for every key', async () => {
  const calls = serve({
    'POST /api/markdown/preview': ({ body }) => {
      const { content } = body as { content: string };
      return json({ html: `<p>rendered ${content}</p>` });
    },
  });
  show(<Form />);
  await userEvent.type(screen.getByLabelText('Text'), 'words');
  expect(await screen.findByText('rendered words')).toBeVisible();
  expect(calls.length).toBeLessThan('words'.length);
});

it('counts characters as the server does, and says when there are too many', async () => {
  serve({});
  show(<Form />);
  await userEvent.type(screen.getByLabelText('Text'), ' 12345678😀9 ');
  expect(screen.getByText('10 of 10')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Text'), 'x');
  expect(screen.getByText('12 of 10')).toBeVisible();
});

it('edits by button and by key', async () => {
  serve({});
  show(<Form />);
  const input = screen.getByLabelText('Text');
  await userEvent.type(input, 'hi');
  await userEvent.click(screen.getByRole('button', { name: 'Quote' }));
  expect(input).toHaveValue('> hi');
  await userEvent.tripleClick(input);
  await userEvent.keyboard('{Control>}b{/Control}');
  expect(input).toHaveValue('> **hi**');
});

it('is one stop for the Tab key, and arrows move within the toolbar', async () => {
  serve({});
  show(<Form />);
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Bold' })).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.getByRole('button', { name: 'Image from URL' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(screen.getByRole('button', { name: 'Italic' })).toHaveFocus();
});

it('sends with Ctrl and Enter', async () => {
  serve({});
  const send = vi.fn();
  show(<Form onSubmit={send} />);
  await userEvent.type(screen.getByLabelText('Text'), 'hi{Control>}{Enter}{/Control}');
  await waitFor(() => expect(send).toHaveBeenCalledOnce());
});
