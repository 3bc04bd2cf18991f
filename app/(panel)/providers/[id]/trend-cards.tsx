'use client';

import { ActionIcon, ScrollArea, SimpleGrid, Skeleton, Table, Tooltip } from '@mantine/core';
import { useToggle } from '@mantine/hooks';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import type { Metrics } from '@/lib/metrics/schema';
import { useFormats } from '../../home/use-formats';
import classes from './trend.module.css';
import { TRENDS, type TrendName } from './trends';
import { useMoment } from './use-moment';

/** The chart's library is large; the page does not wait for it. */
const TrendChart = dynamic(() => import('./trend-chart').then((module) => module.TrendChart), {
  ssr: false,
  loading: () => <Skeleton height="100%" />,
});

/** Success and latency over the period, as lines or as the same figures in a table. */
export function TrendCards({ metrics }: { metrics: Metrics }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      {TRENDS.map((name) => (
        <TrendCard key={name} name={name} metrics={metrics} />
      ))}
    </SimpleGrid>
  );
}

function TrendCard({ name, metrics }: { name: TrendName; metrics: Metrics }) {
  const t = useTranslations('providers.trend');
  const [view, toggle] = useToggle(['chart', 'table'] as const);
  const { percent, duration } = useFormats(metrics);
  const write = (value: number) => (name === 'successRate' ? percent(value) : duration(value));
  const other = view === 'chart' ? 'table' : 'chart';
  const values = metrics.data.map((point) => point[name]).filter((value) => value !== null);
  const range = { low: write(Math.min(...values)), high: write(Math.max(...values)) };
  return (
    <SectionCard
      title={t(name)}
      actions={
        <Tooltip label={t(`show.${other}`)}>
          <ActionIcon onClick={() => toggle()} aria-label={`${t(name)}: ${t(`show.${other}`)}`}>
            {view === 'chart' ? <IconTable size={18} /> : <IconChartLine size={18} />}
          </ActionIcon>
        </Tooltip>
      }
    >
      {view === 'chart' ? (
        <div role="img" aria-label={t('summary', range)} className={classes.chart}>
          <TrendChart name={name} metrics={metrics} write={write} />
        </div>
      ) : (
        <TrendTable name={name} metrics={metrics} write={write} />
      )}
    </SectionCard>
  );
}

type TrendProps = { name: TrendName; metrics: Metrics; write: (value: number) => string };

function TrendTable({ name, metrics, write }: TrendProps) {
  const t = useTranslations('providers.trend');
  const { count } = useFormats(metrics);
  const moment = useMoment(metrics);
  return (
    <ScrollArea.Autosize mah={190} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t(name) }}>
      <Table verticalSpacing={4} horizontalSpacing={6} stickyHeader className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('from')}</Table.Th>
            <Table.Th ta="right">{t(name)}</Table.Th>
            <Table.Th ta="right">{t('tries')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {metrics.data.toReversed().map((point) => (
            <Table.Tr key={point.at}>
              <Table.Td>{moment(point.at)}</Table.Td>
              <Table.Td ta="right">{point[name] === null ? NOTHING : write(point[name])}</Table.Td>
              <Table.Td ta="right">{count(point.attempts)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
