'use client';

import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight';
import {
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPlugConnected,
  IconPlus,
  IconSearch,
  IconSend,
  IconSun,
  IconSwitchHorizontal,
} from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { paths } from '@/lib/paths';
import { useVisit } from './leave';
import { useMe } from './me';
import { useMode } from './mode';
import { shownSections } from './navigation';
import {
  LANGUAGES,
  type PauseProvider,
  type SavePreferences,
  type SettingPlace,
  type SignOut,
} from './preferences';
import { useAction } from './use-action';
import {
  useFoundMessages,
  useFoundRecipients,
  useFoundTemplates,
  useGuideActions,
  useProviderActions,
  useSettingActions,
} from './use-found';
import { useRecent } from './use-recent';
import { useSessionActions } from './use-session-actions';

type Props = {
  /** How often it was asked for; it comes with the first time. */
  asked: number;
  savePreferences: SavePreferences;
  signOut: SignOut;
  pauseProvider: PauseProvider;
  settings: SettingPlace[];
};

/** Every page, message, provider, setting and action, those chosen last first. */
export function Palette({ asked, pauseProvider, settings, ...session }: Props) {
  const t = useTranslations('shell.palette');
  const [query, setQuery] = useState('');
  const { recent, remember } = useRecent();
  const pages = usePages();
  const actions = useActions(session);
  const providers = useProviderActions(pauseProvider);
  const fields = useSettingActions(settings);
  const messages = useFoundMessages(query);
  const people = useFoundRecipients(query);
  const templates = useFoundTemplates(query);
  const guides = useGuideActions(query);
  useEffect(() => {
    if (asked > 0) spotlight.open();
  }, [asked]);
  const remembered = (list: SpotlightActionData[]) =>
    list.map((each) => ({
      ...each,
      onClick: (event: React.MouseEvent<HTMLButtonElement>) => {
        remember(each.id);
        each.onClick?.(event);
      },
    }));
  const all = [...pages, ...actions, ...providers.actions, ...providers.pages, ...fields];
  const last = recent.flatMap((id) => all.filter((each) => each.id === id));
  const rest = (list: SpotlightActionData[]) => list.filter(({ id }) => query !== '' || !recent.includes(id));
  const groups = [
    { group: t('recent'), actions: query === '' ? last : [] },
    { group: t('recipients'), actions: people },
    { group: t('messages'), actions: messages },
    { group: t('pages'), actions: rest(pages) },
    { group: t('actions'), actions: [...rest(actions), ...(query === '' ? [] : providers.actions)] },
    { group: t('providers'), actions: query === '' ? [] : providers.pages },
    { group: t('templates'), actions: templates },
    { group: t('settings'), actions: query === '' ? [] : fields },
    { group: t('guides'), actions: guides },
  ];
  return (
    <Spotlight
      // The dialog itself has no title to be named by.
      attributes={{ content: { 'aria-label': t('placeholder') } }}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('nothing')}
      actions={groups.map(({ group, actions: list }) => ({ group, actions: remembered(list) }))}
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
  const visit = useVisit();
  const { technical } = useMode();
  const { role } = useMe();
  return shownSections(technical, role).flatMap((section) =>
    section.items.map(({ key, href, icon: Icon }) => ({
      id: key,
      label: t(`nav.${key}`),
      description: t(`sections.${section.key}`),
      leftSection: <Icon size={18} stroke={1.6} />,
      onClick: () => visit(href),
    })),
  );
}

function useActions({
  savePreferences,
  signOut,
}: Pick<Props, 'savePreferences' | 'signOut'>): SpotlightActionData[] {
  const t = useTranslations('shell.palette');
  const visit = useVisit();
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
      id: 'new-message',
      label: t('newMessage'),
      leftSection: <IconSend size={18} />,
      onClick: () => visit(paths.compose()),
    },
    {
      id: 'test-all',
      label: t('testAll'),
      leftSection: <IconPlugConnected size={18} />,
      onClick: () => visit(paths.providerChecks()),
    },
    {
      id: 'new-provider',
      label: t('newProvider'),
      leftSection: <IconPlus size={18} />,
      onClick: () => visit(paths.newProvider()),
    },
    {
      id: 'new-token',
      label: t('newToken'),
      leftSection: <IconKey size={18} />,
      onClick: () => visit(paths.newToken()),
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
