'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { useMoney } from '@/components/layout/money';
import { formatDuration, formatPercent, NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { Figures } from '@/components/table/figures';
import { QueryState } from '@/components/table/query-state';
import type { ProviderStatistics } from '@/lib/providers/health/report-schema';
import type { ProviderView } from '@/lib/providers/schema';
import { LimitsText } from '../limits-text';
import { useLately } from '../use-lately';
import { isBounded } from './provider-room';

/** Every figure that is counted of it, for a technician. */
export function ProviderFigures({ provider }: { provider: ProviderView }) {
  const query = useQuery(apiQuery('providers/[id]/statistics', { id: provider.id }));
  const minutes = useLately();
  return (
    <QueryState query={query}>
      {(statistics) => <Statistics {...{ statistics, provider, minutes }} />}
    </QueryState>
  );
}

function Statistics({
  statistics,
  provider,
  minutes,
}: {
  statistics: ProviderStatistics;
  provider: ProviderView;
  minutes: number | null;
}) {
  const t = useTranslations('providers.figures');
  const format = useFormatter();
  const money = useMoney();
  const locale = useLocale();
  const when = (value: string | null) => (value ? <Time value={value} /> : NOTHING);
  const count = (value: number) => format.number(value);
  const percentOf = (rate: number | null) => (rate === null ? NOTHING : formatPercent(rate, locale));
  const figures: [string, ReactNode][] = [
    ['sentToday', count(statistics.sentToday)],
    ['sentThisMonth', count(statistics.sentThisMonth)],
    ...(statistics.captured > 0
      ? ([
          ['capturedToday', count(statistics.capturedToday)],
          ['capturedThisMonth', count(statistics.capturedThisMonth)],
        ] satisfies [string, ReactNode][])
      : []),
    ['successRate', percentOf(statistics.successRate)],
    ['recentRate', percentOf(provider.health.successRate)],
    ['weightPercent', percentOf(provider.health.weightPercent / 100)],
    ['consecutiveFailures', count(statistics.consecutiveFailures)],
    ['costThisMonth', money(statistics.costThisMonth)],
    ['lastUsedAt', when(statistics.lastUsedAt)],
    ['limits', <LimitsText key="limits" provider={provider} />],
    ['lastCheckAt', when(statistics.lastCheckAt)],
    ['sent', count(statistics.sent)],
    ['captured', count(statistics.captured)],
    ['failed', count(statistics.failed)],
    ['costTotal', money(statistics.costTotal)],
    ['averageMs', statistics.averageMs === null ? NOTHING : formatDuration(statistics.averageMs, locale)],
  ];
  // They have a card of their own.
  const shown = figures.filter(([id]) => id !== 'limits' || !isBounded(provider));
  return (
    <Figures
      label={t('title')}
      figures={shown.map(([id, value]) => ({
        id,
        name: t(`name.${id}`),
        help: t.has(`help.${id}`) && minutes !== null ? t(`help.${id}`, { minutes }) : undefined,
        value,
      }))}
    />
  );
}
