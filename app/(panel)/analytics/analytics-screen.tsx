'use client';

import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import type { Metrics } from '@/lib/metrics/schema';
import { paths } from '@/lib/paths';
import type { Asked } from './ask-for';
import { CostsSection } from './costs-section';
import { ForecastCard } from './forecast-card';
import { type By, GroupsCard } from './groups-card';
import { LatencyCard } from './latency-card';
import { PeriodBar } from './period-bar';
import { QueueCard } from './queue-card';
import { ReputationCard } from './reputation-card';
import { TargetCard } from './target-card';
import { Tiles } from './tiles';
import { type Filters, usePeriod } from './use-period';
import { VolumeCard } from './volume-card';

const QuestionCard = dynamic(() => import('./question-card').then((module) => module.QuestionCard), {
  ssr: false,
});

const EVERY_MS = 60_000;

/** How it went over a period, against the one before; every number leads to the messages behind it. */
export function AnalyticsScreen() {
  const t = useTranslations('analytics');
  const { asked, filters } = usePeriod();
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Stack gap="lg">
        <QuestionCard />
        <PeriodBar />
        {asked ? <Period asked={asked} filters={filters} /> : <Text c="dimmed">{t('choose')}</Text>}
        <ForecastCard provider={filters.provider ?? undefined} />
        <CostsSection />
      </Stack>
    </>
  );
}

function Period({ asked, filters }: { asked: Asked; filters: Filters }) {
  const query = useQuery({
    ...apiQuery('metrics', { ...asked, ...filters, compare: 'previous', by: 'provider' }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  return (
    <QueryState query={query}>
      {(metrics) =>
        isNothing(metrics) ? <Nothing /> : <Shown metrics={metrics} asked={asked} filters={filters} />
      }
    </QueryState>
  );
}

function Shown({ metrics, asked, filters }: { metrics: Metrics; asked: Asked; filters: Filters }) {
  return (
    <Stack gap="lg">
      <Tiles metrics={metrics} filters={filters} />
      <VolumeCard metrics={metrics} filters={filters} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <TargetCard metrics={metrics} filters={filters} />
        <ReputationCard metrics={metrics} filters={filters} />
      </SimpleGrid>
      <GroupsCard by="provider" metrics={metrics} filters={filters} />
      <LatencyCard metrics={metrics} />
      <QueueCard asked={asked} />
      <SimpleGrid cols={{ base: 1, xl: 2 }} spacing="lg">
        <OtherGroups by="channel" asked={asked} filters={filters} />
        <OtherGroups by="category" asked={asked} filters={filters} />
        <OtherGroups by="company" asked={asked} filters={filters} />
        <OtherGroups by="type" asked={asked} filters={filters} />
        {!filters.provider && !filters.category && (
          <OtherGroups by="template" asked={asked} filters={filters} />
        )}
      </SimpleGrid>
    </Stack>
  );
}

type OtherProps = { by: Exclude<By, 'provider'>; asked: Asked; filters: Filters };

function OtherGroups({ by, asked, filters }: OtherProps) {
  const query = useQuery({
    ...apiQuery('metrics', { ...asked, ...filters, by }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  return (
    <QueryState query={query}>
      {(metrics) => isOfUse(by, metrics) && <GroupsCard by={by} metrics={metrics} filters={filters} />}
    </QueryState>
  );
}

/** Nobody is asked to look at types or templates who has none, nor at channels who has one. */
function isOfUse(by: By, { groups = [] }: Metrics): boolean {
  if (by === 'channel') return groups.length > 1;
  return (by !== 'type' && by !== 'template') || groups.some(({ key }) => key !== null);
}

function isNothing({ totals: { sent, failed, captured, parked, attempts } }: Metrics): boolean {
  return sent + failed + captured + parked + attempts === 0;
}

function Nothing() {
  const t = useTranslations('analytics.empty');
  return (
    <EmptyState
      icon={<IconChartBar size={22} />}
      title={t('title')}
      action={
        <Button component={Link} href={paths.compose()} variant="default">
          {t('action')}
        </Button>
      }
    >
      {t('body')}
    </EmptyState>
  );
}
