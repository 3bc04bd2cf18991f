'use client';

import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import {
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSun,
  IconSwitchHorizontal,
} from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import { useMode } from './mode';
import { NAVIGATION } from './navigation';
import { LANGUAGES, type SavePreferences, type SignOut } from './preferences';
import { useAction } from './use-action';
import { useSessionActions } from './use-session-actions';

type Props = { savePreferences: SavePreferences; signOut: SignOut };

/** ⌘K: every page and every action of the shell. */
export function Palette(props: Props) {
  const t = useTranslations('shell.palette');
  const pages = usePages();
  const actions = useActions(props);
  return (
    <Spotlight
      // The dialog itself has no title to be named by.
      attributes={{ content: { 'aria-label': t('placeholder') } }}
      shortcut={['mod + K']}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('nothing')}
      actions={[
        { group: t('pages'), actions: pages },
        { group: t('actions'), actions },
      ]}
      searchProps={{
        placeholder: t('placeholder'),
        'aria-label': t('placeholder'),
        leftSection: <IconSearch size={18} />,
      }}
    />
  );
}

function usePages(): SpotlightActionData[] {
  const t = useTranslations('shell');
  const router = useRouter();
  const { technical } = useMode();
  return NAVIGATION.flatMap((section) =>
    section.items
      .filter((item) => technical || !item.technical)
      .map(({ key, href, icon: Icon }) => ({
        id: key,
        label: t(`nav.${key}`),
        description: t(`sections.${section.key}`),
        leftSection: <Icon size={18} stroke={1.6} />,
        onClick: () => router.push(href),
      })),
  );
}

function useActions({ savePreferences, signOut }: Props): SpotlightActionData[] {
  const t = useTranslations('shell.palette');
  const router = useRouter();
  const locale = useLocale();
  const { mode, setMode } = useMode();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const session = useSessionActions({ savePreferences, signOut });
  const { run: save } = useAction(savePreferences);
  const other = LANGUAGES.find(({ value }) => value !== locale)!;
  const nextMode = mode === 'admin' ? 'technical' : 'admin';
  const dark = colorScheme === 'dark';

  return [
    {
      id: 'new-provider',
      label: t('newProvider'),
      leftSection: <IconPlus size={18} />,
      onClick: () => router.push(paths.newProvider()),
    },
    {
      id: 'new-token',
      label: t('newToken'),
      leftSection: <IconKey size={18} />,
      onClick: () => router.push(paths.newToken()),
    },
    {
      id: 'mode',
      label: t(`to.${nextMode}`),
      leftSection: <IconSwitchHorizontal size={18} />,
      onClick: () => {
        setMode(nextMode);
        save({ mode: nextMode });
      },
    },
    {
      id: 'language',
      label: t('to.language', { language: other.label }),
      leftSection: <IconLanguage size={18} />,
      onClick: () => session.setLanguage(other.value),
    },
    {
      id: 'scheme',
      label: dark ? t('to.light') : t('to.dark'),
      leftSection: dark ? <IconSun size={18} /> : <IconMoon size={18} />,
      onClick: () => setColorScheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'sign-out',
      label: t('signOut'),
      leftSection: <IconLogout size={18} />,
      onClick: session.signOut,
    },
  ];
}
