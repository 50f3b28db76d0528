import { Monitor, Moon, Sun, SunMoon } from 'lucide-react';
import type { MenuEntry } from '@/components/menu/entries';
import { MenuButton } from '@/components/menu/MenuButton';
import { useMember } from '@/lib/entities/session';
import { chooseLanguage, languages, locales } from '@/lib/i18n/i18n';
import { useLocale, useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { useStore } from '@/lib/store';
import { chooseTheme, theme, themes } from '@/lib/theme';

const pictures = {
  system: <Monitor aria-hidden />,
  light: <Sun aria-hidden />,
  dark: <Moon aria-hidden />,
};

/** Light or dark, and the language: for guests as for members, kept in this browser. */
export function PreferencesMenu() {
  const text = useText();
  const isSessionKnown = useMember() !== undefined;
  const locale = useLocale();
  const chosen = useStore(theme);
  const entries: MenuEntry[] = [
    {
      kind: 'choice',
      label: text('preferences.theme'),
      value: chosen,
      options: themes.map((each) => ({
        value: each,
        label: text(`preferences.theme.${each}`),
        icon: pictures[each],
      })),
      onChoose: (value) => chooseTheme(themes.find((each) => each === value) ?? 'system'),
    },
    { kind: 'separator' },
    {
      kind: 'choice',
      label: text('preferences.language'),
      value: locale,
      options: locales.map((each) => ({ value: each, label: languages[each], lang: each })),
      onChoose: (value) => {
        const wanted = locales.find((each) => each === value) ?? 'en';
        chooseLanguage(wanted).catch(() => notify(text('problem.unreachable.body')));
      },
    },
  ];
  // Beside it stands what depends on the session: all of it comes at the same time, and nothing moves.
  if (!isSessionKnown) return null;
  return (
    <MenuButton
      label={text('preferences.title')}
      face={<SunMoon aria-hidden />}
      entries={entries}
    />
  );
}
