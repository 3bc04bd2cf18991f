'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Spark } from '@/components/chart/spark';
import { apiQuery } from '@/components/layout/api';
import { NOTHING } from '@/components/layout/quantities';
import { Figures } from '@/components/table/figures';
import { QueryState } from '@/components/table/query-state';
import type { CompanyView } from '@/lib/companies/schema';
import type { Metrics } from '@/lib/metrics/schema';
import { useFormats } from '../../home/use-formats';

/** What sandboxes kept is not sent: it stands apart, where there is any. */
const TONES = { sent: undefined, partly: 'warn', captured: 'kept', failed: 'bad' } as const;

/** What it has sent in the last 30 days, over all providers, and what that cost. */
export function CompanyFigures({ company: { id } }: { company: CompanyView }) {
  const query = useQuery(apiQuery('metrics', { company: id }));
  return <QueryState query={query}>{(metrics) => <Month metrics={metrics} />}</QueryState>;
}

function Month({ metrics }: { metrics: Metrics }) {
  const t = useTranslations('companies.figures');
  const { count, duration, money } = useFormats(metrics);
  const { data, totals } = metrics;
  const bars = (name: keyof typeof TONES) => (
    <Spark as="bars" tone={TONES[name]} values={data.map((point) => point[name])} />
  );
  const partly = {
    id: 'partly',
    name: t('partly'),
    help: t('partlyHelp'),
    value: count(totals.partly),
    chart: bars('partly'),
  };
  const captured = {
    id: 'captured',
    name: t('captured'),
    value: count(totals.captured),
    chart: bars('captured'),
  };
  return (
    <Figures
      label={t('title')}
      figures={[
        { id: 'sent', name: t('sent'), value: count(totals.sent), chart: bars('sent') },
        ...(totals.partly > 0 ? [partly] : []),
        ...(totals.captured > 0 ? [captured] : []),
        { id: 'failed', name: t('failed'), value: count(totals.failed), chart: bars('failed') },
        {
          id: 'averageMs',
          name: t('averageMs'),
          value: totals.averageMs === null ? NOTHING : duration(totals.averageMs),
          chart: <Spark as="line" values={data.map(({ averageMs }) => averageMs)} />,
        },
        {
          id: 'cost',
          name: t('cost'),
          value: money(totals.cost),
          chart: <Spark as="bars" values={data.map(({ cost }) => Number(cost))} />,
        },
      ]}
    />
  );
}
