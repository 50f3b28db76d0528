import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Action } from '@/components/action/Action';
import {
  memberActions,
  memberMenu,
  postActions,
  postBelow,
  rowBadges,
  topicMeta,
} from '@/components/slot/slots';
import type { CurrentUser } from '@/lib/api/types';
import { compose } from '@/lib/composition';
import { type Feature, inSlot, type SlotOf } from '@/lib/feature';
import { activate, type MessageId, setFeatureMessages } from '@/lib/i18n/i18n';
import { useText } from '@/lib/i18n/use-text';
import { live, type LiveEvent } from '@/lib/live/live';
import { show } from '@/test/render';
import { ada, bob, reply, topic } from '@/test/samples';
import { json, serve } from '@/test/server';
import { AppRoutes } from './AppRoutes';
import { features } from './features';

const likes = vi.fn<(...what: unknown[]) => void>();
const id = 'likes.title' as MessageId;

const marked = <P,>(to: SlotOf<P>) => inSlot(to, 90, () => <span>like in {to.name}</span>);

function LikesPage() {
  return <h1>{useText()(id)}</h1>;
}

/** A feature that adds to every place there is. */
const likesFeature: Feature = {
  name: 'likes',
  routes: [{ path: '/likes', page: () => Promise.resolve({ default: LikesPage }) }],
  nav: [{ order: 15, Item: () => <a href="/likes">Likes in the header</a> }],
  slots: [
    inSlot(postActions, 5, ({ topic: { id: topicId }, reply: of }) => (
      <Action label="Like" onSelect={() => likes(topicId, of?.id)} />
    )),
    marked(postBelow),
    marked(topicMeta),
    marked(rowBadges),
    marked(memberActions),
    inSlot(memberMenu, 40, () => <Action label="My likes" onSelect={() => likes('menu')} />),
  ],
  messages: {
    en: () => Promise.resolve({ [id]: 'What you liked' }),
    'zh-CN': () => Promise.resolve({ [id]: '您赞过的内容' }),
  },
  settings: [
    {
      order: 15,
      path: 'likes',
      label: id,
      panel: () => Promise.resolve({ default: ({ member }) => <p>likes of {member.username}</p> }),
    },
  ],
  admin: [
    {
      order: 10,
      needs: 'likes',
      path: 'likes',
      label: id,
      panel: () => Promise.resolve({ default: () => <p>all likes</p> }),
    },
  ],
  live: [
    {
      address: (memberId) => `likes.${memberId}`,
      handler: () =>
        Promise.resolve({
          default: (_queries, memberId) => ({
            onEvent: ({ type }) => likes(type, memberId),
            stop: () => likes('stopped'),
          }),
        }),
    },
  ],
};

const all = compose([...features, likesFeature]);
const summary = { ...topic(), lastReply: null };
const profile = { ...bob, createdAt: '2026-01-02T03:04:05Z', signature: '', topicCount: 0 };
const page = <T,>(...items: T[]) => ({ items, page: 1, pageSize: 20, total: items.length });

const listeners = new Map<string, (event: LiveEvent) => void>();

function open(at: string, member: CurrentUser | null = ada) {
  likes.mockReset();
  listeners.clear();
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }));
  vi.spyOn(live, 'start').mockReturnValue(undefined);
  vi.spyOn(live, 'listen').mockImplementation((address, onEvent) => {
    listeners.set(address, onEvent);
    return () => listeners.delete(address);
  });
  serve({
    'GET /api/topic/3': () => json(topic({ replies: { ...page(reply(1)), total: 1 } })),
    'GET /api/index': () => json(page(summary)),
    'GET /api/topic/boards': () => json(page()),
    'POST /api/chat/contacts': () => json(page()),
    'GET /api/user/8': () =>
      json({ ...profile, replyCount: 0, recentTopics: [], recentReplies: [] }),
  });
  return show(<AppRoutes />, { member, at, features: all });
}

afterEach(async () => {
  setFeatureMessages(compose(features).messages);
  await activate('en');
});

it('adds a page, with its words in each language', async () => {
  setFeatureMessages(all.messages);
  await activate('zh-CN');
  open('/likes');
  expect(await screen.findByRole('heading', { name: '您赞过的内容' })).toBeVisible();
  await act(() => activate('en'));
  expect(screen.getByRole('heading', { name: 'What you liked' })).toBeVisible();
});

it('adds to the posts of a topic, in order', async () => {
  open('/topic/3');
  const post = await screen.findByRole('article', { name: 'Reply 1 by ada' });
  const actions = within(post).getAllByRole('button');
  expect(actions.map(({ textContent }) => textContent)).toEqual([
    'Like',
    'Quote',
    'Edit',
    'Delete',
  ]);
  await userEvent.click(within(post).getByRole('button', { name: 'Like' }));
  expect(likes).toHaveBeenCalledExactlyOnceWith(3, 101);
  expect(within(post).getByText('like in post.below')).toBeVisible();
  expect(screen.getByText('like in topic.meta')).toBeVisible();
});

it('adds to the rows of a list and to a profile', async () => {
  const list = open('/');
  expect(await screen.findByText('like in row.badges')).toBeVisible();
  list.unmount();
  open('/user/8');
  expect(await screen.findByText('like in member.actions')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Message' })).toBeVisible();
});

it('adds to the header and to the menu of the member', async () => {
  open('/topic/3');
  const header = within(screen.getByRole('banner'));
  expect(header.getByRole('link', { name: 'Likes in the header' })).toBeVisible();
  await userEvent.click(header.getByRole('button', { name: /profile and settings/ }));
  const entries = await screen.findAllByRole('menuitem', undefined, { timeout: 10_000 });
  expect(entries.map(({ textContent }) => textContent)).toEqual([
    'Your profile',
    'My likes',
    'Settings',
    'Sign out',
  ]);
  await userEvent.click(screen.getByRole('menuitem', { name: 'My likes' }));
  expect(likes).toHaveBeenCalledExactlyOnceWith('menu');
});

it('adds a panel to the settings', async () => {
  setFeatureMessages(all.messages);
  await activate('en');
  open('/settings/likes');
  expect(await screen.findByText('likes of ada')).toBeVisible();
  const labels = screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(labels.indexOf('What you liked')).toBe(labels.indexOf('Profile') + 1);
});

it('adds a panel to the administration, for those who may', async () => {
  setFeatureMessages(all.messages);
  await activate('en');
  const admin = open('/admin', { ...ada, role: 'admin' });
  expect(await screen.findByText('all likes')).toBeVisible();
  expect(screen.getByTestId('address')).toHaveTextContent('/admin/likes');
  expect(screen.getByRole('link', { name: 'What you liked' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Boards' })).toBeVisible();
  await act(() => activate('zh-CN'));
  expect(screen.getByRole('link', { name: '版块' })).toBeVisible();
  admin.unmount();
  open('/admin', { ...ada, permissions: ['likes'] });
  expect(await screen.findByText('all likes')).toBeVisible();
  expect(screen.queryByRole('link', { name: '版块' })).toBeNull();
});

it.each([ada, null])('has no administration for others', async (member) => {
  open('/admin', member);
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Page not found');
});

it('hears events on every page as long as the member is signed in', async () => {
  const view = open('/likes');
  await waitFor(() => expect(listeners.has('likes.7')).toBe(true));
  act(() => listeners.get('likes.7')?.({ type: 'liked' }));
  expect(likes).toHaveBeenCalledExactlyOnceWith('liked', 7);
  view.unmount();
  expect(likes).toHaveBeenLastCalledWith('stopped');
  expect(listeners.has('likes.7')).toBe(false);
});

it('takes nothing with it when one of its parts fails', async () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const failing: Feature = {
    name: 'failing',
    slots: [
      inSlot(postActions, 1, () => {
        throw new Error('broken');
      }),
    ],
  };
  serve({ 'GET /api/topic/3': () => json(topic()), 'GET /api/topic/boards': () => json(page()) });
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }));
  vi.spyOn(live, 'start').mockReturnValue(undefined);
  show(<AppRoutes />, { at: '/topic/3', features: compose([...features, failing]) });
  expect(await screen.findAllByRole('button', { name: 'Edit' })).toHaveLength(3);
  expect(report).toHaveBeenCalled();
});

it('is refused where it claims the path of another', () => {
  expect(() => compose([...features, { ...likesFeature, name: 'again' }, likesFeature])).toThrow(
    '/likes',
  );
});
