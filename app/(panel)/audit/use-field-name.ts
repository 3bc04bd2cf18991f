'use client';

import { useTranslations } from 'next-intl';

/** What a field is called in the panel: a setting as on its page, others by the last part of their path; unknown ones as they are. */
export function useFieldName(): (field: string) => string {
  const settings = useTranslations('settings.fields');
  const t = useTranslations('audit.fields');
  return (field) => {
    const setting = `${field.replaceAll('.', '_')}.label`;
    if (settings.has(setting as never)) return settings(setting as never);
    const last = field.split('.').at(-1)!;
    return t.has(last as never) ? t(last as never) : field;
  };
}
