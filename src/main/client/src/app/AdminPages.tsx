import { use } from 'react';
import { PanelPages } from '@/components/panel/PanelPages';
import { type Composition, useFeatures } from '@/lib/composition';
import { useAuthor } from '@/lib/entities/session';
import { addMessages } from '@/lib/i18n/i18n';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { mayEnter } from '@/lib/staff';

const added = new WeakMap<Composition, Promise<void>>();

/** Once for all features; what failed is tried again when the page is shown again. */
function wordsOf(features: Composition): Promise<void> {
  const words = added.get(features) ?? addMessages(features.adminMessages);
  added.set(features, words);
  words.catch(() => added.delete(features));
  return words;
}

/** The panels that features add to the administration, as far as they are for this member. */
export default function AdminPages() {
  const text = useText();
  const member = useAuthor();
  const features = useFeatures();
  use(wordsOf(features));
  const panels = features.admin.filter(({ needs }) => member && mayEnter(member, needs));
  if (!member) return null;
  return (
    <PanelPages title={text('admin.title')} base={paths.admin} panels={panels} member={member} />
  );
}
