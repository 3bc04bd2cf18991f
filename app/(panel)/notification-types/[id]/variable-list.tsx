'use client';

import { Code, List, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { Locale } from '@/lib/i18n/locales';
import type { TypeView } from '@/lib/notifications/types/schema';

/** What a notification of it takes: what it needs first. */
export function VariableList({ type }: { type: TypeView }) {
  const t = useTranslations('notification-types.variables');
  const locale = useLocale() as Locale;
  const sorted = type.variables.toSorted((a, b) => Number(b.required) - Number(a.required));
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      {sorted.length === 0 ? (
        <Text size="sm">{t('none')}</Text>
      ) : (
        <List size="sm" spacing={4}>
          {sorted.map(({ name, label, required }) => (
            <List.Item key={name}>
              <Code>{name}</Code> {label?.[locale]}{' '}
              <Text span size="xs" c="dimmed">
                {t(required ? 'required' : 'optional')}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </SectionCard>
  );
}
