import { account } from '@/features/account/feature';
import { admin } from '@/features/admin/feature';
import { chat } from '@/features/chat/feature';
import { compose } from '@/features/compose/feature';
import { inbox } from '@/features/inbox/feature';
import { like } from '@/features/like/feature';
import { member } from '@/features/member/feature';
import { moderation } from '@/features/moderation/feature';
import { preferences } from '@/features/preferences/feature';
import { search } from '@/features/search/feature';
import { settings } from '@/features/settings/feature';
import { topic } from '@/features/topic/feature';
import { topics } from '@/features/topics/feature';
import type { Feature } from '@/lib/feature';

/** Everything this client can do. A feature is added by its line here. */
export const features: readonly Feature[] = [
  account,
  admin,
  chat,
  compose,
  inbox,
  like,
  member,
  moderation,
  preferences,
  search,
  settings,
  topic,
  topics,
];
