'use client';

import { useTranslations } from 'next-intl';
import type { KindView } from '@/lib/subject-kinds/schema';

/** What is known of a subject as a person reads it: by the labels of its kind, yes and no in words. */
export function useSubjectWords() {
  const t = useTranslations('rules');
  return (data: Record<string, unknown>, kind: KindView | undefined) =>
    Object.entries(data).map(([name, value]) => {
      const field = kind?.fields.find((each) => each.name === name)?.label ?? name;
      if (typeof value === 'boolean') return t(value ? 'says.yes' : 'says.no', { field });
      return `${field}: ${value}`;
    });
}
