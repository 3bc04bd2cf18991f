'use client';

import { Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { WindowButton } from '@/components/form/window-button';
import { apiPath, apiQuery } from '@/components/layout/api';
import { ExportLink } from '@/components/layout/export-link';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import { type CampaignView, DID } from '@/lib/campaigns/schema';

const ListOfWindow = dynamic(() => import('./list-of-window').then((module) => module.ListOfWindow), {
  ssr: false,
});

/** Who did what: the first of them. All are in the file. */
export function RecipientsCard({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.people');
  const [did, setDid] = useState<(typeof DID)[number]>('opened');
  const locked = useLocked('lists.write', campaign);
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
        <Group gap="xs">
          <WindowButton
            size="xs"
            variant="default"
            window={(props) => <ListOfWindow {...props} campaign={campaign} did={did} />}
            disabledReason={locked ?? (query.data?.data.length === 0 ? t('nobody') : null)}
          >
            {t('list')}
          </WindowButton>
          <ExportLink size="xs" href={apiPath('campaigns/[id]/recipients.csv', { id: campaign.id })}>
            {t('export')}
          </ExportLink>
        </Group>
      </Stack>
    </SectionCard>
  );
}
