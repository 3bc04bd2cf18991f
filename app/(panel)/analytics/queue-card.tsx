'use client';

import { Skeleton, Text } from '@mantine/core';
import { useToggle } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { formatDuration, NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import type { QueueHistory } from '@/lib/metrics/schema';
import { useMoment } from '../providers/[id]/use-moment';
import classes from './analytics.module.css';
import type { Asked } from './ask-for';
import { FigureTable } from './figure-table';
import type { Sheet } from './sheet';
import { SheetActions } from './sheet-actions';

const QueueChart = dynamic(() => import('./queue-chart').then((module) => module.QueueChart), {
  ssr: false,
  loading: () => <Skeleton height="100%" />,
});

const EVERY_MS = 60_000;

/** How much waited for its turn, of all providers and categories: which of them a message goes by is known only when its turn comes. */
export function QueueCard({ asked }: { asked: Asked }) {
  const query = useQuery({
    ...apiQuery('metrics/queue', asked),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  return <QueryState query={query}>{(history) => <Shown history={history} />}</QueryState>;
}

function Shown({ history }: { history: QueueHistory }) {
  const t = useTranslations('analytics.queue');
  const [view, toggle] = useToggle(['chart', 'table'] as const);
  const locale = useLocale();
  const format = useFormatter();
  const moment = useMoment(history);
  const count = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const age = (seconds: number) => formatDuration(seconds * 1000, locale);
  const { data } = history;
  const isKnown = data.some(({ waiting }) => waiting !== null);
  const most = Math.max(0, ...data.map(({ waiting }) => waiting ?? 0));
  const oldest = Math.max(0, ...data.map(({ oldestSeconds }) => oldestSeconds ?? 0));
  const sheet: Sheet = {
    label: t('title'),
    columns: [t('from'), t('waiting'), t('oldest')],
    rows: data
      .map(({ at, waiting, oldestSeconds }) => ({
        key: at,
        cells: [
          { text: moment(at), raw: at },
          { text: waiting === null ? NOTHING : count(waiting), raw: waiting },
          { text: oldestSeconds === null ? NOTHING : age(oldestSeconds), raw: oldestSeconds },
        ],
      }))
      .toReversed(),
  };
  const summary = most > 0 ? t('summary', { most: count(most), oldest: age(oldest) }) : t('empty');
  return (
    <SectionCard
      title={t('title')}
      lead={t('lead')}
      actions={<SheetActions title={t('title')} sheet={sheet} view={view} onToggle={() => toggle()} />}
    >
      {isKnown ? (
        <Text size="sm" mb="xs">
          {summary}
        </Text>
      ) : (
        <Text c="dimmed">{t('unknown')}</Text>
      )}
      {view === 'table' && <FigureTable sheet={sheet} mah={280} />}
      {view === 'chart' && isKnown && (
        <div role="img" aria-label={`${t('title')}. ${summary}`} className={classes.chart}>
          <QueueChart history={history} count={count} age={age} />
        </div>
      )}
    </SectionCard>
  );
}
