'use client';

import { useTranslations } from 'next-intl';
import type { VersionLine } from '@/lib/configuration/versions/schema';

/** Who it was, for people to read. */
export function useAuthors() {
  const t = useTranslations('configuration.versions');
  const doors = useTranslations('audit.doors');
  return (by: VersionLine['by']) =>
    by
      .map(({ type, name }) => (type === 'command' && doors.has(name as never) ? doors(name as never) : name))
      .join(', ') || t('nobody');
}
