'use client';

import { Skeleton, Text } from '@mantine/core';
import { useToggle } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import type { Metrics, Percentiles } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';
import { useMoment } from '../providers/[id]/use-moment';
import classes from './analytics.module.css';
import { FigureTable } from './figure-table';
import type { Cell, Sheet } from './sheet';
import { SheetActions } from './sheet-actions';

const LatencyChart = dynamic(() => import('./latency-chart').then((module) => module.LatencyChart), {
  ssr: false,
  loading: () => <Skeleton height="100%" />,
});

/** How long a message waits until somebody has taken it, and how long a try at a provider takes. */
export function LatencyCard({ metrics }: { metrics: Metrics }) {
  const t = useTranslations('analytics.latency');
  const [view, toggle] = useToggle(['chart', 'table'] as const);
  const { duration } = useFormats(metrics);
  const moment = useMoment(metrics);
  const cell = (ms: number | undefined): Cell => ({
    text: ms === undefined ? NOTHING : duration(ms),
    raw: ms ?? null,
  });
  const both = (of: Percentiles | null) => [cell(of?.p50Ms), cell(of?.p95Ms)];
  const sheet: Sheet = {
    label: t('title'),
    columns: [t('from'), t('waited50'), t('waited95'), t('took50'), t('took95')],
    rows: metrics.data
      .map((point) => ({
        key: point.at,
        cells: [{ text: moment(point.at), raw: point.at }, ...both(point.waited), ...both(point.took)],
      }))
      .toReversed(),
  };
  const { waited, took } = metrics.totals;
  return (
    <SectionCard
      title={t('title')}
      lead={t('lead')}
      actions={<SheetActions title={t('title')} sheet={sheet} view={view} onToggle={() => toggle()} />}
    >
      {waited || took ? (
        <Text size="sm" mb="xs">
          {waited && t('waited', { half: duration(waited.p50Ms), most: duration(waited.p95Ms) })}{' '}
          {took && t('took', { half: duration(took.p50Ms), most: duration(took.p95Ms) })}
        </Text>
      ) : (
        <Text c="dimmed">{t('nothing')}</Text>
      )}
      {view === 'table' ? (
        <FigureTable sheet={sheet} mah={280} />
      ) : (
        <>
          <ul className={classes.legend}>
            <li>
              <span className={classes.swatch} data-series="waited" aria-hidden />
              {t('waited95')}
            </li>
            <li>
              <span className={classes.swatch} data-series="took" aria-hidden />
              {t('took95')}
            </li>
          </ul>
          <div role="img" aria-label={t('title')} className={classes.chart}>
            <LatencyChart metrics={metrics} />
          </div>
        </>
      )}
    </SectionCard>
  );
}
