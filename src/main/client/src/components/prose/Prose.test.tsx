import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { Prose } from './Prose';

it('colours code whose language it knows, and never makes markup of it', async () => {
  const html =
    '<pre><code class="language-js">const a = "&lt;img src=x&gt;"</code></pre><pre><code class="language-x">b</code></pre>';
  const { container } = show(<Prose html={html} />);
  await waitFor(() => expect(container.querySelector('.hljs-keyword')).toHaveTextContent('const'));
  expect(container.querySelector('img')).toBeNull();
  expect(container.querySelectorAll('pre')[1]?.innerHTML).toBe('<code class="language-x">b</code>');
});

it('opens links to this forum without loading it anew, and leaves the others to the browser', () => {
  const html = `<a href="${window.location.origin}/user/5?x=1">@eva</a> <a href="https://example.org/">out</a>`;
  show(<Prose html={html} />);
  expect(fireEvent.click(screen.getByRole('link', { name: 'out' }))).toBe(true);
  expect(fireEvent.click(screen.getByRole('link', { name: '@eva' }))).toBe(false);
  expect(screen.getByTestId('address')).toHaveTextContent('/user/5?x=1');
});

it('wraps tables so that they scroll by themselves', () => {
  const { container } = show(<Prose html="<table><tr><td>1</td></tr></table>" />);
  expect(container.querySelector('.table-scroll > table')).not.toBeNull();
});
