'use client';

import { useDebouncedValue } from '@mantine/hooks';
import type { SpotlightActionData } from '@mantine/spotlight';
import {
  IconHelp,
  IconMail,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugConnected,
  IconSettings,
  IconTemplate,
  IconUserSearch,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import { apiQuery } from './api';
import { useVisit } from './leave';
import { useMode } from './mode';
import type { PauseProvider, SettingPlace } from './preferences';
import { useAction } from './use-action';
import { useFoundSections } from './use-found-sections';
import { useLocked } from './use-locked';

const TYPING_MS = 200;
const SHORTEST = 3;
/** As the API takes one. */
const LONGEST = 320;
const PEOPLE = 3;
const GUIDES = 4;
const TEMPLATES = 4;
/** As templates are looked for. */
const LONGEST_NAME = 120;

/** Messages by subject, address or id, as the list finds them. */
export function useFoundMessages(typed: string): SpotlightActionData[] {
  const visit = useVisit();
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data } = useQuery({ ...apiQuery('messages', { q, limit: 5 }), enabled: q.length >= SHORTEST });
  if (q.length < SHORTEST || q !== typed.trim()) return [];
  return (data?.data ?? []).map(({ id, subject, to }) => ({
    id: `message-${id}`,
    label: subject,
    description: to.join(', '),
    // Found by the server, which knows more than what is shown.
    keywords: [q],
    leftSection: <IconMail size={18} stroke={1.6} />,
    onClick: () => visit(paths.message(id)),
  }));
}

/** The stories of those who may be meant: who is named comes first. */
export function useFoundRecipients(typed: string): SpotlightActionData[] {
  const t = useTranslations('recipients');
  const visit = useVisit();
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const isAsked = q.length >= SHORTEST && q.length <= LONGEST;
  const { data } = useQuery({ ...apiQuery('recipients', { q }), enabled: isAsked });
  if (!isAsked || q !== typed.trim()) return [];
  return (data?.data ?? []).slice(0, PEOPLE).map(({ address, name }) => ({
    id: `recipient-${address}`,
    label: name ? `${name} · ${address}` : address,
    description: t('search.story'),
    keywords: [q],
    leftSection: <IconUserSearch size={18} stroke={1.6} />,
    onClick: () => visit(paths.recipient(address)),
  }));
}

/** Templates by their name or key. */
export function useFoundTemplates(typed: string): SpotlightActionData[] {
  const t = useTranslations('shell.nav');
  const visit = useVisit();
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const isAsked = q.length >= SHORTEST && q.length <= LONGEST_NAME;
  const { data } = useQuery({ ...apiQuery('templates', { q }), enabled: isAsked });
  if (!isAsked || q !== typed.trim()) return [];
  return (data?.data ?? []).slice(0, TEMPLATES).map(({ id, key, title }) => ({
    id: `template-${id}`,
    label: title,
    description: `${t('templates')} · ${key}`,
    keywords: [q],
    leftSection: <IconTemplate size={18} stroke={1.6} />,
    onClick: () => visit(paths.template(id)),
  }));
}

/** Each provider, and what stops it or lets it go on. */
export function useProviderActions(pause: PauseProvider) {
  const t = useTranslations('shell.palette');
  const visit = useVisit();
  const { data } = useQuery(apiQuery('providers'));
  const all = data?.data ?? [];
  const locked = useLocked('providers.write');
  const { run } = useAction(pause, {
    invalidates: ['providers', 'queue', 'status'],
    success: (saved) => t('paused', { name: (saved as { name: string }).name }),
  });
  return {
    pages: all.map(({ id, name }) => ({
      id: `provider-${id}`,
      label: name,
      leftSection: <IconPlugConnected size={18} stroke={1.6} />,
      onClick: () => visit(paths.provider(id)),
    })),
    actions: locked
      ? []
      : all.map(({ id, name, active }) => ({
          id: `pause-${id}`,
          label: t(active ? 'pause' : 'resume', { name }),
          leftSection: active ? <IconPlayerPause size={18} /> : <IconPlayerPlay size={18} />,
          // Resuming may have something against it, which the provider's page asks about.
          onClick: () => (active ? void run({ id, active: false }) : visit(paths.provider(id))),
        })),
  };
}

/** Each setting by its name; its page opens with the field focused. */
export function useSettingActions(places: SettingPlace[]): SpotlightActionData[] {
  const t = useTranslations('settings');
  const visit = useVisit();
  const { technical } = useMode();
  const seen = places.filter((place) => technical || !place.technical);
  return seen.map(({ path, tab }) => ({
    id: `setting-${path}`,
    label: t(`fields.${path.replaceAll('.', '_')}.label`),
    description: t(`tabs.${tab as 'general'}`),
    keywords: [path],
    leftSection: <IconSettings size={18} stroke={1.6} />,
    onClick: () => visit(paths.settings({ tab, field: path })),
  }));
}

/** Places in the guides. */
export function useGuideActions(typed: string): SpotlightActionData[] {
  const visit = useVisit();
  const { found } = useFoundSections(typed, GUIDES);
  return found.map(({ guide, anchor, title, heading, excerpt }) => ({
    id: `guide-${guide}#${anchor ?? ''}`,
    label: heading ?? title,
    description: heading ? `${title} · ${excerpt}` : excerpt,
    // Found by more than what is shown.
    keywords: [typed.trim()],
    leftSection: <IconHelp size={18} stroke={1.6} />,
    onClick: () => visit(paths.guide(guide, anchor)),
  }));
}
