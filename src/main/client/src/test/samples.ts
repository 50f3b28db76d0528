import type { Contact, CurrentUser, Message, Reply, Site, Topic } from '@/lib/api/types';

const created = '2026-01-02T03:04:05Z';

export const ada: CurrentUser = {
  id: 7,
  username: 'ada',
  email: 'ada@example.org',
  emailVerified: true,
  role: 'member',
  image: null,
  signature: '',
  language: 'en',
  mentionMails: true,
  createdAt: created,
  permissions: [],
};

export const site: Site = {
  name: 'Parley',
  version: '1',
  eventBus: '/eventbus',
  about: { welcome: '', rules: '', privacy: '', imprint: '' },
  limits: {
    usernameMin: 2,
    usernameMax: 32,
    titleMax: 200,
    contentMax: 50_000,
    signatureMax: 500,
    passwordMin: 8,
    passwordMax: 200,
    messageMax: 4_000,
    imageBytesMax: 5_242_880,
  },
};

export const reply = (floor: number, more: Partial<Reply> = {}): Reply => ({
  id: 100 + floor,
  topicId: 3,
  floor,
  author: { id: ada.id, username: ada.username, image: null },
  content: `Reply **${floor}**`,
  html: `<p>Reply <strong>${floor}</strong></p>`,
  version: 1,
  createdAt: created,
  editedAt: null,
  permissions: { edit: true, delete: true },
  ...more,
});

export const topic = (more: Partial<Topic> = {}): Topic => ({
  id: 3,
  title: 'On engines',
  board: { id: 1, title: 'Discussion' },
  author: { id: ada.id, username: ada.username, image: null },
  replyCount: 2,
  views: 12,
  createdAt: created,
  lastReply: null,
  content: 'The *text*',
  html: '<p>The <em>text</em></p>',
  version: 1,
  editedAt: null,
  pinned: 'no',
  locked: false,
  state: 'shown',
  lock: null,
  permissions: {
    reply: true,
    edit: true,
    delete: true,
    pin: false,
    lock: false,
    move: false,
    moderate: false,
  },
  replies: { items: [reply(1), reply(2)], page: 1, pageSize: 20, total: 2 },
  ...more,
});

export const bob = { id: 8, username: 'bob', image: null };
export const roomId = '0b6c3b3e-8f0e-4f0e-9d6a-3f1f0c1d2e3f';

export const message = (id: number, more: Partial<Message> = {}): Message => ({
  id,
  roomId,
  senderId: bob.id,
  content: `Message ${id}`,
  html: `<p>Message ${id}</p>`,
  createdAt: created,
  ...more,
});

export const contact = (more: Partial<Contact> = {}): Contact => ({
  roomId,
  user: bob,
  lastMessage: null,
  unread: 0,
  online: false,
  ...more,
});
