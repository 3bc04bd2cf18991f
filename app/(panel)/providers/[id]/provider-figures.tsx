'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { useMoney } from '@/components/layout/money';
import { formatDuration, NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { Figures } from '@/components/table/figures';
import { QueryState } from '@/components/table/query-state';
import type { ProviderStatistics } from '@/lib/providers/health/report-schema';
import type { ProviderView } from '@/lib/providers/schema';
import { LimitsText } from '../limits-text';
import { isBounded } from './provider-room';

/** How it has done; a technician sees every figure. */
export function ProviderFigures({ provider }: { provider: ProviderView }) {
  const query = useQuery(apiQuery('providers/[id]/statistics', { id: provider.id }));
  return (
    <QueryState query={query}>
      {(statistics) => <Statistics statistics={statistics} provider={provider} />}
    </QueryState>
  );
}

function Statistics({ statistics, provider }: { statistics: ProviderStatistics; provider: ProviderView }) {
  const t = useTranslations('providers.figures');
  const format = useFormatter();
  const { technical } = useMode();
  const money = useMoney();
  const locale = useLocale();
  const when = (value: string | null) => (value ? <Time value={value} /> : NOTHING);
  const count = (value: number) => format.number(value);
  // Never rounded up to 100 %: one failure must show.
  const percentOf = (rate: number | null) =>
    rate === null
      ? NOTHING
      : format.number(Math.floor(rate * 1000) / 1000, { style: 'percent', maximumFractionDigits: 1 });
  const figures: [string, ReactNode, 'technical'?][] = [
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
    ['weightPercent', percentOf(provider.health.weightPercent / 100), 'technical'],
    ['consecutiveFailures', count(statistics.consecutiveFailures)],
    ['costThisMonth', money(statistics.costThisMonth)],
    ['lastUsedAt', when(statistics.lastUsedAt)],
    ['limits', <LimitsText key="limits" provider={provider} />],
    ['lastCheckAt', when(statistics.lastCheckAt), 'technical'],
    ['sent', count(statistics.sent), 'technical'],
    ['captured', count(statistics.captured), 'technical'],
    ['failed', count(statistics.failed), 'technical'],
    ['costTotal', money(statistics.costTotal), 'technical'],
    [
      'averageMs',
      statistics.averageMs === null ? NOTHING : formatDuration(statistics.averageMs, locale),
      'technical',
    ],
  ];
  // Those that there are have a card of their own; that there are none is no news to an administrator.
  const tellsLimits = !isBounded(provider) && (technical || Object.keys(provider.limits).length > 0);
  const shown = figures.filter(([id, , who]) => (technical || !who) && (id !== 'limits' || tellsLimits));
  return (
    <Figures
      label={t('title')}
      figures={shown.map(([id, value]) => ({ id, name: t(`name.${id}`), value }))}
    />
  );
}
