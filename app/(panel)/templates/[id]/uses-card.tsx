'use client';

import { List, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import type { TemplateView } from '@/lib/templates/view-schema';

/** How often it is used, when it was last, and by whom. */
export function UsesCard({ template: { uses, usedBy } }: { template: TemplateView }) {
  const t = useTranslations('templates.uses');
  const format = useFormatter();
  return (
    <SectionCard title={t('title')}>
      <Text size="sm">{t('count', { count: uses.last30Days })}</Text>
      {uses.lastAt && (
        <Text size="sm" c="dimmed">
          {t('last')} <Time value={uses.lastAt} />
        </Text>
      )}
      {usedBy.length > 0 && (
        <List size="sm" mt="xs">
          {usedBy.map(({ type, id, name, count }) => (
            <List.Item key={`${type} ${id}`}>
              {name ?? t('unnamed')}: {format.number(count)}
            </List.Item>
          ))}
        </List>
      )}
    </SectionCard>
  );
}
