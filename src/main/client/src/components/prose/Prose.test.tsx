import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { notices } from '@/lib/notices';
import { show } from '@/test/render';
import { Prose } from './Prose';

it('colours code whose language it knows, and never makes markup of it', async () => {
  const html =
    '<pre><code class="language-js">const a = "&lt;img src=x&gt;"</code></pre><pre><code class="language-x">b</code></pre>';
  const { container } = show(<Prose html={html} />);
  await waitFor(() => expect(container.querySelector('.hljs-keyword')).toHaveTextContent('const'));
  expect(container.querySelector('img')).toBeNull();
  expect(container.querySelector('.code-tools img')).toBeNull();
  expect(container.querySelectorAll('pre')[1]?.innerHTML).toBe('<code class="language-x">b</code>');
});

it('opens links to this forum without loading it anew, and leaves the others to the browser', () => {
  const html = `<a href="${window.location.origin}/user/5?x=1">@eva</a> <a href="https://example.org/">out</a>`;
  show(<Prose html={html} />);
  expect(fireEvent.click(screen.getByRole('link', { name: 'out' }))).toBe(true);
  expect(fireEvent.click(screen.getByRole('link', { name: '@eva' }))).toBe(false);
  expect(screen.getByTestId('address')).toHaveTextContent('/user/5?x=1');
});

it('gives code its language, a copy and a switch for its lines, once', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  const html =
    '<pre><code class="language-js">a &lt; b\n</code></pre><pre><code>plain</code></pre>';
  const { container } = show(<Prose html={html} />);
  const [first, second] = await screen.findAllByRole('group', { name: 'Tools for this code' });
  expect(container.querySelectorAll('.code-tools')).toHaveLength(2);
  expect(first).toHaveTextContent(/^js/);
  expect(second).toHaveTextContent(/^Wrap lines/);
  const [copy] = screen.getAllByRole('button', { name: 'Copy' });
  if (copy) fireEvent.click(copy);
  expect(writeText).toHaveBeenCalledWith('a < b\n');
  await waitFor(() => expect(notices.get().map(({ text }) => text)).toEqual(['Code copied.']));
  const [wrap] = screen.getAllByRole('button', { name: 'Wrap lines' });
  expect(wrap).toHaveAttribute('aria-pressed', 'false');
  if (wrap) fireEvent.click(wrap);
  expect(wrap).toHaveAttribute('aria-pressed', 'true');
  expect(container.querySelector('pre')).toHaveClass('wrapped');
});

it.each([
  [4, 0],
  [5, 1],
  [40, 1],
])('of %i quotations within each other folds those from the fifth', (levels, folds) => {
  const html = '<blockquote>'.repeat(levels) + '<p>core</p>' + '</blockquote>'.repeat(levels);
  const { container } = show(<Prose html={html} />);
  expect(container.querySelectorAll('details')).toHaveLength(folds);
  if (folds > 0) {
    expect(screen.getByText('Earlier quotations').tagName).toBe('SUMMARY');
    expect(container.querySelector('details')).not.toHaveAttribute('open');
    expect(container.querySelector('details p')).toHaveTextContent('core');
  }
});

it('wraps tables so that they scroll by themselves', () => {
  const { container } = show(<Prose html="<table><tr><td>1</td></tr></table>" />);
  expect(container.querySelector('.table-scroll > table')).not.toBeNull();
});
