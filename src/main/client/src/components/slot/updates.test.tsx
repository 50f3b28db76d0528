import { screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { lazyPart } from './lazy-part';
import { show } from '@/test/render';
import { serve } from '@/test/server';
import { checkAfterFailure, forgetVersion, isUpdated, noteVersion } from '@/lib/updates';

beforeEach(() => forgetVersion());

it('knows the server’s first version as the page’s own', () => {
  noteVersion('1.0.0');
  noteVersion('1.0.0');
  expect(isUpdated.get()).toBe(false);
  noteVersion('1.1.0');
  expect(isUpdated.get()).toBe(true);
});

it('takes a file that is gone for an update', async () => {
  const file = `${window.location.origin}/assets/EditForm-x.js`;
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response(null, { status: 404 }));
  await checkAfterFailure(new TypeError(`Failed to fetch dynamically imported module: ${file}`));
  expect(isUpdated.get()).toBe(true);
});

it('takes a network that is away for nothing else', async () => {
  vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  await checkAfterFailure(new TypeError('Importing a module script failed.'));
  expect(isUpdated.get()).toBe(false);
});

it('draws a note in place of a part that cannot be had, and nothing else goes', async () => {
  serve({});
  const Part = lazyPart<object>(() => Promise.reject(new TypeError('gone')));
  show(
    <>
      <textarea aria-label="Text" defaultValue="typed" />
      <Suspense>
        <Part />
      </Suspense>
    </>,
  );
  expect(await screen.findByRole('alert')).toHaveTextContent('could not be loaded');
  expect(screen.getByLabelText('Text')).toHaveValue('typed');
  noteVersion('1');
  noteVersion('2');
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('was updated'));
});
