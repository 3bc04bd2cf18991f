'use client';

import { SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import { type CampaignView, DID } from '@/lib/campaigns/schema';

/** Who did what: the first of them. All are in the API. */
export function RecipientsCard({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.people');
  const [did, setDid] = useState<(typeof DID)[number]>('opened');
  const query = useQuery(apiQuery('campaigns/[id]/recipients', { id: campaign.id, did }));
  return (
    <SectionCard title={t('title')}>
      <Stack gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('title')}
          value={did}
          onChange={(value) => setDid(value as typeof did)}
          data={DID.map((value) => ({ value, label: t(`did.${value}`) }))}
        />
        <QueryState query={query}>
          {({ data }) =>
            data.length === 0 ? (
              <Text size="sm">{t('nobody')}</Text>
            ) : (
              <Table aria-label={t(`did.${did}`)}>
                <Table.Tbody>
                  {data.map(({ id, name, address }) => (
                    <Table.Tr key={id}>
                      <Table.Td>{name ?? address}</Table.Td>
                      <Table.Td style={{ overflowWrap: 'anywhere' }}>{address}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )
          }
        </QueryState>
      </Stack>
    </SectionCard>
  );
}
