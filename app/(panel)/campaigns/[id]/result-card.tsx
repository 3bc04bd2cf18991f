'use client';

import { Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { BigNumber } from '@/components/layout/big-number';
import { useMoney } from '@/components/layout/money';
import { formatPercent } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { QueryState } from '@/components/table/query-state';
import type { CampaignResult, CampaignView } from '@/lib/campaigns/schema';

const SHOWN = ['delivered', 'opened', 'clicked', 'unsubscribed', 'bounced', 'complained'] as const;

/** What came of it: by people, and apart from that by programs. */
export function ResultCard({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.result');
  const query = useQuery(apiQuery('campaigns/[id]/result', { id: campaign.id }));
  return (
    <SectionCard title={t('title')}>
      <QueryState query={query}>{(result) => <Result result={result} />}</QueryState>
    </SectionCard>
  );
}

function Result({ result }: { result: CampaignResult }) {
  const t = useTranslations('campaigns.result');
  const locale = useLocale();
  const { number } = useFormatter();
  const money = useMoney();
  const { counts, before, cost, providers, links, hours } = result;
  const share = (count: number) => (counts.sent === 0 ? '' : formatPercent(count / counts.sent, locale));
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 2, sm: 3 }}>
        {SHOWN.map((name) => (
          <Stack key={name} gap={0}>
            <Text size="sm">{t(name)}</Text>
            <BigNumber>{number(counts[name])}</BigNumber>
            <Text size="xs" c="dimmed">
              {share(counts[name])}
            </Text>
          </Stack>
        ))}
      </SimpleGrid>
      <Text size="sm">{t('machines', { opened: counts.machineOpened, clicked: counts.machineClicked })}</Text>
      <Text size="sm">{t('cost', { cost: money(cost) })}</Text>
      {before.opened !== null && before.clicked !== null && (
        <Text size="sm">
          {t('before', {
            count: before.campaigns,
            opened: formatPercent(before.opened, locale),
            clicked: formatPercent(before.clicked, locale),
          })}
        </Text>
      )}
      <Group align="flex-start" gap="xl">
        <Rows title={t('providers')} rows={providers.map((one) => [one.name ?? t('gone'), one.sent])} />
        <Rows title={t('links')} rows={links.map((one) => [one.url, one.people])} />
      </Group>
      {hours.length > 0 && (
        <Table aria-label={t('hours')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('hours')}</Table.Th>
              {(['sent', 'opened', 'clicked'] as const).map((name) => (
                <Table.Th key={name} scope="col" ta="right">
                  {t(name)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {hours.map((hour) => (
              <Table.Tr key={hour.at}>
                <Table.Td>
                  <Time value={hour.at} format="clock" />
                </Table.Td>
                <Table.Td ta="right">{number(hour.sent)}</Table.Td>
                <Table.Td ta="right">{number(hour.opened)}</Table.Td>
                <Table.Td ta="right">{number(hour.clicked)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

function Rows({ title, rows }: { title: string; rows: [string, number][] }) {
  const { number } = useFormatter();
  if (rows.length === 0) return null;
  return (
    <Table aria-label={title} flex="1 1 240px">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" colSpan={2}>
            {title}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([name, count]) => (
          <Table.Tr key={name}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
            <Table.Td ta="right">{number(count)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
