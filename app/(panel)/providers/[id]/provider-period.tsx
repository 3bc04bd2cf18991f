'use client';

import { Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { apiQuery } from '@/components/layout/api';
import { Figures } from '@/components/table/figures';
import { QueryState } from '@/components/table/query-state';
import { INTERVALS } from '@/lib/metrics/intervals';
import type { Metrics } from '@/lib/metrics/schema';
import type { ProviderView } from '@/lib/providers/schema';
import { isSandbox } from '../is-sandbox';
import { useSevenFigures } from '../seven-figures';
import { TrendCards } from './trend-cards';

/** How it has done over a day, a month, a quarter or a year: seven numbers, then success and latency point by point. */
export function ProviderPeriod({ provider }: { provider: ProviderView }) {
  const t = useTranslations('providers.seven');
  const [interval, choose] = useQueryState('by', parseAsStringLiteral(INTERVALS).withDefault('day'));
  const query = useQuery({
    ...apiQuery('metrics/providers/[id]', { id: provider.id, interval }),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="sm" component="section" aria-label={t('title')}>
      <Group justify="space-between">
        <Title order={2}>{t('title')}</Title>
        <SegmentedControl
          aria-label={t('period')}
          value={interval}
          onChange={(value) => void choose(value as typeof interval)}
          data={INTERVALS.map((value) => ({ value, label: t(`last.${value}`) }))}
        />
      </Group>
      <QueryState query={query}>{(metrics) => <Period metrics={metrics} provider={provider} />}</QueryState>
    </Stack>
  );
}

function Period({ metrics, provider }: { metrics: Metrics; provider: ProviderView }) {
  const t = useTranslations('providers.seven');
  const seven = useSevenFigures(metrics);
  return (
    <Stack gap="lg">
      <Figures label={t('title')} figures={seven(metrics, isSandbox(provider))} />
      {metrics.totals.attempts > 0 && <TrendCards metrics={metrics} />}
    </Stack>
  );
}
