'use client';

import { List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { DomainReports } from '@/lib/domains/reports/schema';

/** TLS-RPT: whether others could hand mail over encrypted. Kinds that nobody knows are shown as they came. */
export function EncryptionCard({
  encryption: { sessions, failed, failures },
}: {
  encryption: DomainReports['encryption'];
}) {
  const t = useTranslations('domainReports.encryption');
  const reasonOf = (type: string) =>
    t.has(`types.${type}` as never) ? t(`types.${type}` as never) : t('types.other', { type });
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Text size="sm">
        {sessions === 0
          ? t('none')
          : failed === 0
            ? t('good', { count: sessions })
            : t('bad', { failed, count: sessions })}
      </Text>
      {failures.length > 0 && (
        <List size="sm" mt={4}>
          {failures.map(({ type, host, sessions: count }) => (
            <List.Item key={`${type} ${host}`} style={{ overflowWrap: 'anywhere' }}>
              {t('failure', { sessions: count, host: host ?? t('anyHost'), reason: reasonOf(type) })}
            </List.Item>
          ))}
        </List>
      )}
    </SectionCard>
  );
}
