'use client';

import { Progress, Stack, Table, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import type { CampaignView } from '@/lib/campaigns/schema';

const PLACES = ['sent', 'excluded', 'failed', 'parked', 'uncertain', 'waiting'] as const;

/** Each is in exactly one place, and together they are the audience. */
export function BooksCard({ campaign: { books } }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.books');
  const { number } = useFormatter();
  if (!books)
    return (
      <SectionCard title={t('title')}>
        <Text size="sm">{t('notYet')}</Text>
      </SectionCard>
    );
  const done = books.audience === 0 ? 100 : ((books.audience - books.waiting) / books.audience) * 100;
  return (
    <SectionCard title={t('title')} lead={t('lead', { audience: books.audience })}>
      <Stack gap="xs">
        <Progress value={done} aria-label={t('progress')} />
        <Table aria-label={t('title')}>
          <Table.Tbody>
            {PLACES.map((place) => (
              <Table.Tr key={place}>
                <Table.Th scope="row">{t(`places.${place}`)}</Table.Th>
                <Table.Td ta="right">{number(books[place])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {Object.entries(books.reasons).map(([reason, count]) => (
          <Text key={reason} size="sm" c="dimmed">
            {t.has(`reasons.${reason}` as never) ? t(`reasons.${reason}` as never) : t('otherReason')}:{' '}
            {number(count)}
          </Text>
        ))}
        <Text size="xs" c="dimmed">
          {t('counted')} <Time value={books.at} />
        </Text>
      </Stack>
    </SectionCard>
  );
}
