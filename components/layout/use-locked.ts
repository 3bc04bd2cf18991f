'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { leastRole, may, type Permission } from '@/lib/permissions';
import { apiQuery } from './api';
import { useMe } from './me';

/** A thing of a company; without one all of them share it. */
type Owned = { company?: string | null };

/** What belongs to no company, such as the settings. */
export const SHARED: Owned = {};

const ASKED_MS = 300_000;
const NAMED = 3;

/**
 * Why who looks may not do this, and who could; null: they may. For `disabledReason` and `lockedReason`: the panel's one answer to that question,
 * out of the table that the server asks. `thing`: what would be changed, which may not be theirs to change.
 */
export function useLocked(permission: Permission, thing?: Owned): string | null {
  const t = useTranslations('permissions');
  const { list } = useFormatter();
  const { role, companyIds } = useMe();
  const isAllowed = may(role, permission);
  const { data } = useQuery({ ...apiQuery('people'), staleTime: ASKED_MS, enabled: !isAllowed });
  if (isAllowed) return companyIds && thing && !thing.company ? t('shared') : null;
  const names = (data?.data ?? [])
    .filter(({ active, role: theirs }) => active && may(theirs, permission))
    .map(({ name }) => name)
    .slice(0, NAMED);
  const only = { role: leastRole(permission), deed: t(`deeds.${permission.replace('.', '_')}`) };
  return names.length > 0
    ? t('ask', { ...only, people: list(names, { type: 'disjunction' }) })
    : t('only', only);
}
