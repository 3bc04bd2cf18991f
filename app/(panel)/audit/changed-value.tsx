'use client';

import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** As a reader wants it: yes and no, a time on the clock, a list with commas; for technicians as it was written down. */
export function ChangedValue({ value }: { value: unknown }) {
  const t = useTranslations('audit.values');
  const roles = useTranslations('account.roles');
  const { technical } = useMode();
  if (technical) return typeof value === 'string' ? value : JSON.stringify(value);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('none');
  if (typeof value === 'string' && MOMENT.test(value)) return <Time value={value} format="absolute" />;
  if (typeof value === 'string' || typeof value === 'number') return wordOf(String(value));
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.map(wordOf).join(', ');
  return JSON.stringify(value);

  /** Roles have words; other values are what somebody typed. */
  function wordOf(text: string): string {
    return roles.has(text as never) ? roles(text as never) : text;
  }
}
